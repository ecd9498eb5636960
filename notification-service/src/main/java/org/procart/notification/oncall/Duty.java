package org.procart.notification.oncall;

import java.time.Instant;

/** One stretch of duty: start included, end excluded. */
public record Duty(String staffId, Instant start, Instant end) {

  boolean covers(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }
}
