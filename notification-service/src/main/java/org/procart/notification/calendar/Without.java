package org.procart.notification.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;

/** Starts that do not happen, however the program wrote them: in UTC, in a zone, as a day. */
final class Without {

  private final Set<Instant> instants = new HashSet<>();
  private final Set<LocalDateTime> locals = new HashSet<>();
  private final Set<LocalDate> days = new HashSet<>();

  void add(Line line, Moments moments) {
    moments.all(line).forEach(moment -> add(moment, line));
  }

  private void add(Moment moment, Line line) {
    if (moment.wholeDay()) {
      days.add(moment.local().toLocalDate());
    } else if (line.parameter("TZID") == null && !line.value().endsWith("Z")) {
      locals.add(moment.local());
    } else {
      instants.add(moment.first());
    }
  }

  boolean has(Moment start) {
    return instants.contains(start.first())
        || instants.contains(start.last())
        || locals.contains(start.local())
        || days.contains(start.local().toLocalDate());
  }
}
