package org.procart.chassis.kafka;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Finds out by itself when a part is there again. No record can be relied on for that: the topic
 * may be quiet, or the record that waited is another instance's by now.
 */
class OutageWatch implements ApplicationRunner {

  private static final long EVERY_MILLIS = 2_000;

  private final Supplier<@Nullable String> unavailablePart;
  private final Outages outages;
  private final Lock asking = new ReentrantLock();

  OutageWatch(Supplier<@Nullable String> unavailablePart, Outages outages) {
    this.unavailablePart = unavailablePart;
    this.outages = outages;
  }

  /** A service that starts is not ready before its parts are, and says which one it waits for. */
  @Override
  public void run(ApplicationArguments arguments) {
    outages.note(unavailablePart.get());
  }

  /** At a fixed rate, as the next run after a fixed delay holds other timers up while it asks. */
  @Scheduled(fixedRate = EVERY_MILLIS)
  void askAgain() {
    if (outages.current() == null || !asking.tryLock()) {
      return;
    }
    try {
      outages.note(unavailablePart.get());
    } finally {
      asking.unlock();
    }
  }
}
