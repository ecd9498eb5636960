package org.procart.intake.submission;

import io.micrometer.context.ContextSnapshotFactory;
import java.io.Serial;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds the work under way and the time until an answer. A report whose time is up may still be
 * stored a moment later; the resend then gets its receipt.
 */
class Admission implements AutoCloseable {

  private final Semaphore places;
  private final IntakeSettings settings;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ContextSnapshotFactory context = ContextSnapshotFactory.builder().build();

  Admission(IntakeSettings settings) {
    this.settings = settings;
    this.places = new Semaphore(settings.atOnce(), true);
  }

  /** Nothing was answered in time. */
  static final class BusyException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
  }

  <T> T within(Callable<T> work) {
    long deadline = System.nanoTime() + settings.answerWithin().toNanos();
    take();
    Future<T> result = workers.submit(context.captureAll().wrap(() -> release(work)));
    try {
      return result.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new BusyException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** A place is free when the work ends, not when its sender stops waiting. */
  private <T> T release(Callable<T> work) throws Exception {
    try {
      return work.call();
    } finally {
      places.release();
    }
  }

  private void take() {
    try {
      if (!places.tryAcquire(settings.queueFor().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BusyException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException();
    }
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
