package org.procart.chassis.outbox;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.kafka.KafkaChassisAutoConfiguration;
import org.procart.chassis.store.Leases;
import org.procart.chassis.store.StoreAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Outboxes, for services that have a store. */
@AutoConfiguration(after = {StoreAutoConfiguration.class, KafkaChassisAutoConfiguration.class})
@ConditionalOnBean(MongoDatabase.class)
public class OutboxAutoConfiguration {

  /** Two relay rounds may pass before a waiting event is a fault. */
  private static final Duration TOO_OLD = Duration.ofSeconds(45);

  @Bean
  OutboxFactory outboxFactory(
      EventSender sender,
      OperationsAlarms alarms,
      Leases leases,
      Clock clock,
      MeterRegistry meters) {
    return new OutboxFactory(sender, alarms, leases, clock, meters);
  }

  @Bean
  OutboxAges outboxAges(OutboxFactory outboxes) {
    return new OutboxAges(outboxes);
  }

  @Bean
  HealthIndicator outboxHealthIndicator(OutboxAges ages, Clock clock) {
    return () -> {
      Instant oldest = ages.oldestUnpublished();
      if (oldest == null) {
        return Health.up().build();
      }
      boolean late = oldest.isBefore(clock.instant().minus(TOO_OLD));
      return (late ? Health.down() : Health.up()).withDetail("oldestUnpublished", oldest).build();
    };
  }
}
