package org.procart.chassis.time;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** A clock in whole milliseconds, because the stores and the events keep no more. */
@AutoConfiguration
public class TimeAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
