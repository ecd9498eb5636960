package org.procart.alerting.replay;

import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DryRunConfiguration {

  /** Its thread is no bean: Spring would take it for its own work too. */
  @Bean(destroyMethod = "stop")
  DryRunDesk dryRunDesk(
      DryRun dryRun, DryRunStore store, DryRunProperties properties, Clock clock) {
    return new DryRunDesk(
        dryRun,
        store,
        properties,
        clock,
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("dry-run").daemon().factory()));
  }
}
