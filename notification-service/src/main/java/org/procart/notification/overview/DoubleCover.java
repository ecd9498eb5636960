package org.procart.notification.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.procart.notification.oncall.Duty;
import org.procart.notification.oncall.Roster;

/**
 * Several people on in one layer at once; nothing is wrong with it where it was meant.
 *
 * @param layer counted from 1
 */
record DoubleCover(String role, int layer, List<String> staff, Instant from, Instant to) {

  /** All but the doubled hours of clock changes. */
  static List<DoubleCover> between(Roster roster, Instant from, Instant to) {
    return roster.places().stream()
        .flatMap(place -> place(roster, place, from, to).stream())
        .filter(
            twice ->
                ClockChange.between(from.minusSeconds(7200), to.plusSeconds(7200), roster.zone())
                    .noneMatch(change -> ClockChange.isDoubled(change, twice.from(), twice.to())))
        .toList();
  }

  private static List<DoubleCover> place(
      Roster roster, Roster.Place place, Instant from, Instant to) {
    List<Duty> duties = roster.duties(place.role(), place.layer(), from, to).toList();
    TreeSet<Instant> edges = new TreeSet<>();
    duties.forEach(
        duty -> {
          edges.add(later(duty.start(), from));
          edges.add(earlier(duty.end(), to));
        });
    List<DoubleCover> found = new ArrayList<>();
    Instant edge = edges.isEmpty() ? to : edges.first();
    for (Instant next = edges.higher(edge); next != null; next = edges.higher(edge)) {
      Instant start = edge;
      Instant end = next;
      List<String> on =
          duties.stream()
              .filter(duty -> !duty.start().isAfter(start) && !duty.end().isBefore(end))
              .map(Duty::staffId)
              .distinct()
              .toList();
      if (on.size() > 1) {
        found.add(new DoubleCover(place.role(), place.layer(), on, start, end));
      }
      edge = next;
    }
    return found;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
