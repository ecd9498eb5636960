package org.procart.notification.escalation;

import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EscalationConfiguration {

  /** Finished ones are archived by the sweep; nothing more is to do when all is published. */
  @Bean
  Outbox escalationOutbox(OutboxFactory factory, EscalationStore store) {
    return factory.of(store.collection(), id -> {});
  }
}
