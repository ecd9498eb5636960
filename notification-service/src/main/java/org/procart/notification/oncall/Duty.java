package org.procart.notification.oncall;

import java.time.Instant;
import java.util.stream.Stream;

/** One stretch of duty: start included, end excluded. */
public record Duty(String staffId, Instant start, Instant end) {

  boolean covers(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }

  boolean touches(Instant from, Instant to) {
    return start.isBefore(to) && end.isAfter(from);
  }

  /** What is left of it around another. */
  Stream<Duty> without(Duty other) {
    if (!touches(other.start, other.end)) {
      return Stream.of(this);
    }
    return Stream.of(new Duty(staffId, start, other.start), new Duty(staffId, other.end, end))
        .filter(left -> left.start.isBefore(left.end));
  }
}
