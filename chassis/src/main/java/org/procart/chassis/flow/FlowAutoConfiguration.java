package org.procart.chassis.flow;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The counters of the flow. */
@AutoConfiguration(
    afterName =
        "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
public class FlowAutoConfiguration {

  @Bean
  Flow flow(MeterRegistry meters) {
    return new Flow(meters);
  }
}
