package org.procart.notification.channel.sms;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Red while no SMS can leave. */
@Component("sms")
class SmsHealth implements HealthIndicator {

  private final SmppLink link;

  SmsHealth(SmppLink link) {
    this.link = link;
  }

  @Override
  public Health health() {
    return link.session().isPresent()
        ? Health.up().build()
        : Health.down().withDetail("reason", "not bound to the SMS supplier").build();
  }
}
