package org.procart.chassis.time;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

class ScheduledThreadsTest {

  @Test
  void oneLookThatHangsHoldsNoOther() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                TimeAutoConfiguration.class, TaskSchedulingAutoConfiguration.class))
        .withPropertyValues("spring.threads.virtual.enabled=true")
        .withUserConfiguration(Looks.class)
        .run(
            context -> {
              Looks looks = context.getBean(Looks.class);
              await().atMost(Duration.ofSeconds(10)).until(() -> looks.hanging.getCount() == 0);
              int before = looks.count.get();
              await().atMost(Duration.ofSeconds(10)).until(() -> looks.count.get() > before + 2);
              looks.end.countDown();
            });
  }

  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  static class Looks {

    final CountDownLatch hanging = new CountDownLatch(1);
    final CountDownLatch end = new CountDownLatch(1);
    final AtomicInteger count = new AtomicInteger();

    @Scheduled(fixedDelay = 10)
    void hangs() throws InterruptedException {
      hanging.countDown();
      end.await();
    }

    @Scheduled(fixedDelay = 10)
    void goesOn() {
      count.incrementAndGet();
    }
  }
}
