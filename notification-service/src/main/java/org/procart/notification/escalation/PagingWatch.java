package org.procart.notification.escalation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.procart.chassis.alarm.OperationsAlarms;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks whether pages wait longer than they may: a health state, a metric and an alarm. */
@Component("paging")
class PagingWatch implements HealthIndicator {

  private static final Duration TOO_LATE = Duration.ofMinutes(1);
  private static final String ALARM = "PAGING_LATE";

  private final EscalationStore store;
  private final OperationsAlarms alarms;
  private final Clock clock;
  private final AtomicLong lateMillis = new AtomicLong();
  private boolean raised;

  PagingWatch(EscalationStore store, OperationsAlarms alarms, Clock clock, MeterRegistry meters) {
    this.store = store;
    this.alarms = alarms;
    this.clock = clock;
    TimeGauge.builder(
            "procart.notification.late", lateMillis, TimeUnit.MILLISECONDS, AtomicLong::get)
        .description("How long the most overdue step of an escalation has been waiting")
        .register(meters);
  }

  /** Not at once after a start: what waited while we were away is being made. */
  @Scheduled(initialDelayString = "45s", fixedDelayString = "${procart.notification.watch:10s}")
  void look() {
    Instant now = clock.instant();
    Duration late =
        store.oldestWake(now).map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
    lateMillis.set(late.toMillis());
    if (late.compareTo(TOO_LATE) <= 0) {
      raised = false;
      alarms.clear(ALARM, null);
    } else if (!raised) {
      raised = true;
      alarms.raise(ALARM, null, "Steps of escalations are not made in time. Look at notification.");
    }
  }

  @Override
  public Health health() {
    Duration late = Duration.ofMillis(lateMillis.get());
    Health.Builder state = late.compareTo(TOO_LATE) > 0 ? Health.down() : Health.up();
    return state.withDetail("lateSeconds", late.toSeconds()).build();
  }
}
