package org.procart.intake.submission;

import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.procart.intake.submission.Admission.BusyException;
import org.procart.schemas.event.EventId;

/**
 * The same body from the same sender while the first is still being stored waits for its answer
 * instead of doing all the work again: an impatient phone must not crowd out other patients. Only a
 * saving of this instance; that a report counts once is decided in the store.
 */
class SameAtOnce {

  private final ConcurrentMap<String, CompletableFuture<Answered>> underWay =
      new ConcurrentHashMap<>();
  private final Duration patience;

  SameAtOnce(Duration patience) {
    this.patience = patience;
  }

  Answered answer(Delivery delivery, Supplier<Answered> work) {
    String key = key(delivery);
    CompletableFuture<Answered> mine = new CompletableFuture<>();
    CompletableFuture<Answered> first = underWay.putIfAbsent(key, mine);
    if (first != null) {
      return await(first).again();
    }
    try {
      Answered answered = work.get();
      mine.complete(answered);
      return answered;
    } finally {
      underWay.remove(key, mine);
      mine.completeExceptionally(new BusyException()); // does nothing after an answer
    }
  }

  private Answered await(CompletableFuture<Answered> first) {
    try {
      return first.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new BusyException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException();
    }
  }

  private static String key(Delivery delivery) {
    return EventId.of(
        "delivery",
        delivery.caller(),
        delivery.route(),
        delivery.mediaTypeGood(),
        delivery.idempotencyKey(),
        delivery.clientTime(),
        HexFormat.of().formatHex(delivery.body()));
  }
}
