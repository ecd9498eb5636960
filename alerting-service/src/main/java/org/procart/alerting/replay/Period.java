package org.procart.alerting.replay;

import java.time.Instant;

/** From a time until just before another. */
record Period(Instant from, Instant to) {

  boolean contains(Instant when) {
    return !when.isBefore(from) && when.isBefore(to);
  }
}
