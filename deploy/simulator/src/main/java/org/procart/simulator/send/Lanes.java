package org.procart.simulator.send;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A bounded number of callers; what belongs to one patient goes through one of them, so that it
 * arrives in the order in which it was sent.
 */
final class Lanes implements AutoCloseable {

  private static final int CALLERS = 8;
  private static final int WAITING = 400;

  private final List<ExecutorService> callers =
      IntStream.range(0, CALLERS)
          .mapToObj(_ -> Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()))
          .toList();
  private final Semaphore room = new Semaphore(WAITING);
  private final Consumer<RuntimeException> failed;

  /**
   * @param failed told what nobody expected
   */
  Lanes(Consumer<RuntimeException> failed) {
    this.failed = failed;
  }

  void run(String key, Runnable work) {
    room.acquireUninterruptibly();
    callers
        .get(Math.floorMod(key.hashCode(), CALLERS))
        .execute(
            () -> {
              try {
                work.run();
              } catch (RuntimeException e) { // a caller must not end unseen
                failed.accept(e);
              } finally {
                room.release();
              }
            });
  }

  /** Waits for all that was begun. */
  @Override
  public void close() {
    callers.forEach(ExecutorService::close);
  }
}
