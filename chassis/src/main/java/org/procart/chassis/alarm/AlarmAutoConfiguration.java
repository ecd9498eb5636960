package org.procart.chassis.alarm;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.avro.specific.SpecificRecord;
import org.procart.chassis.time.TimeAutoConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;

/** The platform's own alarms. */
@AutoConfiguration(
    after = TimeAutoConfiguration.class,
    afterName =
        "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
public class AlarmAutoConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(AlarmAutoConfiguration.class);

  /** How an alarm reaches its topic; the concern that sends events provides it. */
  @FunctionalInterface
  public interface AlarmRoute {
    void send(String topic, String key, SpecificRecord event);
  }

  @Bean
  OperationsAlarms operationsAlarms(
      @Value("${spring.application.name}") String service,
      Clock clock,
      MeterRegistry meters,
      ObjectProvider<AlarmRoute> route) {
    return new OperationsAlarms(
        service,
        clock,
        meters,
        (topic, key, event) -> {
          try {
            route.getObject().send(topic, key, event);
          } catch (RuntimeException e) { // the ERROR line, metric and health state stand already
            LOG.atWarn()
                .addKeyValue("exception", e.getClass().getName())
                .log("Alarm could not be published");
          }
        });
  }

  @Bean
  HealthIndicator alarmsHealthIndicator(OperationsAlarms alarms) {
    return () ->
        alarms.raised().isEmpty()
            ? Health.up().build()
            : Health.status(new Status("ALARM")).withDetails(alarms.raised()).build();
  }
}
