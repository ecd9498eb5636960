package org.procart.alerting.coverage;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.store.Leases;
import org.springframework.context.ApplicationContext;

/** Intake's life as a test says, over a broker that is really asked. */
public final class TestCoverage {

  private TestCoverage() {}

  /** Without a gap for long; what it stored until its latest sign of life is published. */
  public static Coverage of(ApplicationContext service, Clock clock, Supplier<Instant> latestSign) {
    return with(
        () -> new Beats.Life(Instant.EPOCH, latestSign.get(), latestSign.get()),
        service.getBean(Backlog.class),
        service.getBean(Leases.class),
        service.getBean(OperationsAlarms.class),
        clock);
  }

  static Coverage with(
      Supplier<Beats.Life> life,
      Backlog backlog,
      Leases leases,
      OperationsAlarms alarms,
      Clock clock) {
    return new Coverage(says(life), backlog, leases, alarms, clock);
  }

  private static Beats says(Supplier<Beats.Life> life) {
    return new Beats() {
      @Override
      public void heard(String instance, Instant at, @Nullable Instant oldestUnpublishedAt) {
        throw new AssertionError("nobody speaks in this test");
      }

      @Override
      public Optional<Life> intake() {
        return Optional.of(life.get());
      }
    };
  }
}
