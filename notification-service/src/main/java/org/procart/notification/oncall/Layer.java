package org.procart.notification.oncall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** One line of people who take turns. */
public record Layer(String name, List<Shift> shifts) {

  public Layer {
    shifts = List.copyOf(shifts);
  }

  List<String> onCall(Instant at, ZoneId zone) {
    return shifts.stream()
        .filter(shift -> shift.covers(at, zone))
        .map(Shift::staffId)
        .distinct()
        .toList();
  }

  /** Every duty that begins on one of the days. */
  Stream<Duty> duties(LocalDate first, LocalDate last, ZoneId zone) {
    return first
        .datesUntil(last.plusDays(1))
        .flatMap(day -> shifts.stream().flatMap(shift -> shift.dutyOn(day, zone).stream()));
  }
}
