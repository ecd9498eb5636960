package org.procart.notification.calendar;

import java.time.Instant;

/** One stretch of one event: start included, end excluded. */
public record Occurrence(Named named, Instant start, Instant end) {

  boolean touches(Instant from, Instant to) {
    return start.isBefore(to) && end.isAfter(from);
  }
}
