package org.procart.alerting.stream;

import java.time.Clock;
import org.procart.chassis.kafka.EventReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

  private static final int KEPT = 5_000;

  @Bean
  RecentAlerts recentAlerts() {
    return new RecentAlerts(KEPT);
  }

  @Bean
  AlertTail alertTail(
      ConsumerFactory<Object, Object> consumers,
      EventReader reader,
      RecentAlerts recent,
      Clock clock) {
    return new AlertTail(consumers.getConfigurationProperties(), reader, recent, clock);
  }
}
