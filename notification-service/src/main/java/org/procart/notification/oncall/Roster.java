package org.procart.notification.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.procart.notification.calendar.Occurrence;

/** A rota with all that it takes to say who is on at any time. */
public record Roster(Rota rota, ZoneId zone, SiteCalendars calendars) {

  /**
   * Staff on call.
   *
   * @param layer counted from 1
   */
  public List<String> onCall(String role, int layer, Instant at) {
    return planned(role, layer, at, at.plusNanos(1)).map(Duty::staffId).distinct().toList();
  }

  /** Every duty that touches the time between, in order. */
  public Stream<Duty> duties(String role, int layer, Instant from, Instant to) {
    return planned(role, layer, from, to)
        .sorted(Comparator.comparing(Duty::start).thenComparing(Duty::staffId));
  }

  private Stream<Duty> planned(String role, int layer, Instant from, Instant to) {
    return layers(role, layer).flatMap(each -> each.duties(from, to, zone, calendars).stream());
  }

  /** True when the layer has nobody at any time. */
  public boolean isEmpty(String role, int layer) {
    return layers(role, layer).allMatch(Layer::isEmpty);
  }

  /** Each layer as a place in the rota. */
  public List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (RoleRota role : rota.roles()) {
      for (int i = 1; i <= role.layers().size(); i++) {
        places.add(new Place(role.role(), i));
      }
    }
    return places;
  }

  /** Times in which a layer has none of those who count. */
  public List<Gap> gaps(Instant from, Instant to, Predicate<String> counts) {
    return places().stream().flatMap(place -> gaps(place, from, to, counts).stream()).toList();
  }

  public List<Gap> gaps(Place place, Instant from, Instant to, Predicate<String> counts) {
    return Gaps.between(
        place,
        duties(place.role(), place.layer(), from, to)
            .filter(duty -> counts.test(duty.staffId()))
            .toList(),
        from,
        to);
  }

  /** Everybody who may be called between. */
  public Stream<String> staffIds(Instant from, Instant to) {
    return Stream.concat(
            rota.staffIds(),
            places().stream()
                .flatMap(place -> duties(place.role(), place.layer(), from, to))
                .map(Duty::staffId))
        .distinct();
  }

  /** Events of the calendars that name nobody we know. */
  public Stream<Unknown> unknown(Instant from, Instant to) {
    return rota.layers()
        .flatMap(
            layer ->
                calendars
                    .unknown(layer, from, to)
                    .map(event -> new Unknown(String.valueOf(layer.calendar()), event)))
        .distinct();
  }

  private Stream<Layer> layers(String role, int layer) {
    return rota.roles().stream()
        .filter(entry -> entry.role().equals(role))
        .filter(entry -> layer >= 1 && layer <= entry.layers().size())
        .map(entry -> entry.layers().get(layer - 1));
  }

  /**
   * A layer of a role.
   *
   * @param layer counted from 1
   */
  public record Place(String role, int layer) {}

  /** An event that names nobody we know. */
  public record Unknown(String calendar, Occurrence event) {}
}
