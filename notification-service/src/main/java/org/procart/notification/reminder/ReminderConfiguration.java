package org.procart.notification.reminder;

import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReminderConfiguration {

  /** Finished ones are put away by the sweep; nothing more is to do when all is published. */
  @Bean
  Outbox reminderOutbox(OutboxFactory factory, ReminderStore store) {
    return factory.of(store.collection(), id -> {});
  }
}
