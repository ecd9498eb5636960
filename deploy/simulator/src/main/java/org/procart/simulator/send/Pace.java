package org.procart.simulator.send;

import java.time.Duration;
import java.util.Optional;

/** Not more than so many reports a second. */
final class Pace {

  private static final double NANOS = 1e9;

  private final long period;
  private final Stop stop;
  private long next = System.nanoTime();

  Pace(Optional<Double> perSecond, Stop stop) {
    this.period = Math.round(perSecond.map(rate -> NANOS / rate).orElse(0.0));
    this.stop = stop;
  }

  /** Waits for the next turn. */
  void await() {
    long left = next - System.nanoTime();
    if (left > 0) {
      stop.after(Duration.ofNanos(left));
    }
    // What was lost while nothing was answered is not made up for by a burst.
    next = Math.max(next, System.nanoTime()) + period;
  }
}
