package org.procart.chassis.beat;

import java.time.Clock;
import org.procart.chassis.alarm.AlarmAutoConfiguration.AlarmRoute;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.kafka.InFlight;
import org.procart.chassis.kafka.KafkaChassisAutoConfiguration;
import org.procart.chassis.outbox.OutboxAges;
import org.procart.chassis.outbox.OutboxAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Heartbeats, and the road by which alarms leave. */
@AutoConfiguration(after = {KafkaChassisAutoConfiguration.class, OutboxAutoConfiguration.class})
@EnableScheduling
public class BeatAutoConfiguration {

  @Bean
  Beat beat(
      @Value("${spring.application.name}") String service,
      Clock clock,
      EventSender sender,
      ObjectProvider<OutboxAges> outboxes,
      InFlight inFlight) {
    return new Beat(
        service,
        clock,
        sender,
        () -> {
          OutboxAges ages = outboxes.getIfAvailable();
          return ages == null ? null : ages.oldestUnpublished();
        },
        inFlight::oldest);
  }

  @Bean
  AlarmRoute alarmRoute(EventSender sender) {
    return (topic, key, event) -> {
      var _ = sender.send(topic, key, event);
    };
  }
}
