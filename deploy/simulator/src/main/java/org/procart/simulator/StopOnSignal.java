package org.procart.simulator;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.procart.simulator.send.Stop;

/** The answer to Ctrl-C: nothing more is sent, what is under way is answered and written down. */
final class StopOnSignal {

  /** An HTTP call takes twenty seconds at most. */
  private static final int PATIENCE_SECONDS = 25;

  private final Stop stop = new Stop();
  private final CountDownLatch ended = new CountDownLatch(1);

  Stop stop() {
    return stop;
  }

  void watch() {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::wind));
  }

  void ended() {
    ended.countDown();
  }

  private void wind() {
    stop.ask();
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
