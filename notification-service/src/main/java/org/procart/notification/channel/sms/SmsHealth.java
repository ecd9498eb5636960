package org.procart.notification.channel.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.procart.chassis.alarm.OperationsAlarms;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Red while no SMS can leave; after a minute operations hear of it, by e-mail at least. */
@Component("sms")
class SmsHealth implements HealthIndicator {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String ALARM = "SMS_SUPPLIER_AWAY";

  private final SmppLink link;
  private final OperationsAlarms alarms;
  private final Clock clock;
  private Instant lastBound;
  private boolean raised;

  SmsHealth(SmppLink link, OperationsAlarms alarms, Clock clock) {
    this.link = link;
    this.alarms = alarms;
    this.clock = clock;
    this.lastBound = clock.instant();
  }

  @Scheduled(fixedDelayString = "${procart.notification.watch:10s}")
  void look() {
    Instant now = clock.instant();
    if (link.session().isPresent()) {
      lastBound = now;
      raised = false;
      alarms.clear(ALARM, null);
    } else if (!raised && now.isAfter(lastBound.plus(PATIENCE))) {
      raised = true;
      alarms.raise(ALARM, null, "No SMS can leave: the supplier does not let us bind.");
    }
  }

  @Override
  public Health health() {
    return link.session().isPresent()
        ? Health.up().build()
        : Health.down().withDetail("reason", "not bound to the SMS supplier").build();
  }
}
