package org.procart.local.process;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waiting for something that another process brings about. */
public final class Wait {

  private static final Duration STEP = Duration.ofMillis(100);

  private Wait() {}

  /**
   * True as soon as the condition holds; false when it did not in time. A fault means "not yet".
   */
  public static boolean until(Duration patience, Callable<Boolean> condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      if (holds(condition)) {
        return true;
      }
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(STEP);
    }
  }

  private static boolean holds(Callable<Boolean> condition) throws InterruptedException {
    try {
      return condition.call();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return false;
    }
  }
}
