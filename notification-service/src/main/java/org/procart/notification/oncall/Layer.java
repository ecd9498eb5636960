package org.procart.notification.oncall;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of people who take turns.
 *
 * @param overrides each replaces whoever is on; a later one goes before an earlier one
 * @param calendar name of the calendar that says more turns; null: none
 * @param people whom its events mean, where staff ids, names and mailboxes do not say it
 */
public record Layer(
    String name,
    List<Shift> shifts,
    List<Replacement> overrides,
    @Nullable String calendar,
    Map<String, String> people) {

  public Layer {
    shifts = List.copyOf(shifts);
    overrides = List.copyOf(overrides);
    people = Map.copyOf(people);
  }

  public Layer(String name, List<Shift> shifts) {
    this(name, shifts, List.of(), null, Map.of());
  }

  @JsonCreator
  static Layer stored(
      String name,
      @Nullable List<Shift> shifts,
      @Nullable List<Replacement> overrides,
      @Nullable String calendar,
      @Nullable Map<String, String> people) {
    return new Layer(
        name,
        shifts == null ? List.of() : shifts,
        overrides == null ? List.of() : overrides,
        calendar,
        people == null ? Map.of() : people);
  }

  /** Every duty that touches the time between, replaced where somebody stands in. */
  List<Duty> duties(Instant from, Instant to, ZoneId zone, SiteCalendars calendars) {
    Stream<Duty> planned =
        Stream.concat(fromShifts(from, to, zone), calendars.duties(this, from, to));
    List<Duty> duties = planned.filter(duty -> duty.touches(from, to)).toList();
    for (Replacement override : overrides) {
      Duty instead = override.duty(zone);
      if (instead.touches(from, to)) {
        duties =
            Stream.concat(
                    duties.stream().flatMap(duty -> duty.without(instead)), Stream.of(instead))
                .toList();
      }
    }
    return duties.stream().filter(duty -> duty.touches(from, to)).toList();
  }

  /** A duty that begins the day before may reach into the first day. */
  private Stream<Duty> fromShifts(Instant from, Instant to, ZoneId zone) {
    List<LocalDate> days =
        LocalDate.ofInstant(from, zone)
            .minusDays(1)
            .datesUntil(LocalDate.ofInstant(to, zone).plusDays(1))
            .toList();
    return shifts.stream()
        .flatMap(shift -> days.stream().flatMap(day -> shift.dutyOn(day, zone).stream()));
  }

  boolean isEmpty() {
    return shifts.isEmpty() && overrides.isEmpty() && calendar == null;
  }

  Stream<String> staffIds() {
    return Stream.of(
            shifts.stream().map(Shift::staffId),
            overrides.stream().map(Replacement::staffId),
            people.values().stream())
        .flatMap(ids -> ids);
  }
}
