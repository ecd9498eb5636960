package org.procart.chassis.alarm;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Set;

/** Alarms that nobody is told of, for tests without the whole service. */
public final class TestAlarms {

  private TestAlarms() {}

  public static OperationsAlarms of(Clock clock) {
    return new OperationsAlarms(
        "notification", clock, new SimpleMeterRegistry(), (topic, key, event) -> {});
  }

  /** Each as its code and its site. */
  public static Set<String> raised(OperationsAlarms alarms) {
    return Set.copyOf(alarms.raised().keySet());
  }
}
