package org.procart.chassis.kafka;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** A stopped listener is a red light, not a quiet night. */
class ListenersHealth extends AbstractHealthIndicator {

  private final KafkaListenerEndpointRegistry registry;
  private final Outages outages;

  ListenersHealth(KafkaListenerEndpointRegistry registry, Outages outages) {
    super("The listeners could not be asked");
    this.registry = registry;
    this.outages = outages;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up();
    for (MessageListenerContainer container : registry.getListenerContainers()) {
      boolean works = container.isRunning() && container.isInExpectedState();
      health.withDetail(String.valueOf(container.getListenerId()), works ? "runs" : "STOPPED");
      if (!works) {
        health.down();
      }
    }
    Outages.Outage outage = outages.current();
    if (outage != null) {
      health.down().withDetail("waitsFor", outage.part()).withDetail("since", outage.since());
    }
  }
}
