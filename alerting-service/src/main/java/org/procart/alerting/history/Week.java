package org.procart.alerting.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.stream.Stream;

/** ISO week in UTC; one history document holds a patient's week. Names sort by time. */
record Week(int year, int week) implements Comparable<Week> {

  static Week of(Instant instant) {
    return of(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  private static Week of(LocalDate date) {
    return new Week(
        date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  static List<Week> between(Instant from, Instant to) {
    Week last = of(to);
    return Stream.iterate(of(from), week -> week.compareTo(last) <= 0, week -> week.plus(1))
        .toList();
  }

  Week plus(int weeks) {
    return of(monday().plusWeeks(weeks));
  }

  String name() {
    return "%04d-W%02d".formatted(year, week);
  }

  @Override
  public int compareTo(Week other) {
    return name().compareTo(other.name());
  }

  private LocalDate monday() {
    return LocalDate.of(year, 1, 4).with(WeekFields.ISO.dayOfWeek(), 1).plusWeeks(week - 1L);
  }
}
