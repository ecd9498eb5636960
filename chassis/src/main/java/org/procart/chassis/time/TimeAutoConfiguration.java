package org.procart.chassis.time;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The clock, and the threads of what is done again and again. */
@AutoConfiguration(before = TaskSchedulingAutoConfiguration.class)
public class TimeAutoConfiguration {

  private static final int AT_ONCE = 12;

  /**
   * With virtual threads on, Spring would run everything that has a fixed delay on a single thread:
   * one look that hangs would hold every other, pages and the watch over them included.
   */
  @Bean
  @ConditionalOnMissingBean(name = "taskScheduler")
  ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
    return builder.poolSize(AT_ONCE).build();
  }

  /** In whole milliseconds, because the stores and the events keep no more. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
