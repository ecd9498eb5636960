package org.procart.chassis.outbox;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.kafka.EventSender;
import org.procart.schemas.catalogue.Catalogue;
import org.procart.schemas.event.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the events of one collection. The write that made an event is already safe when it gets
 * here, so everything in memory may be lost: the {@link OutboxRelay} finds what is not marked.
 */
public final class Outbox implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int HINTS = 10_000;

  private final OutboxCollection collection;
  private final EventSender sender;
  private final Catalogue catalogue;
  private final OperationsAlarms alarms;
  private final OutboxMarker marker;
  private final OutboxRelay relay;
  private volatile ThreadPoolExecutor hints;
  private volatile boolean running;

  Outbox(
      OutboxCollection collection,
      OutboxMarker marker,
      OutboxRelay.Factory relays,
      EventSender sender,
      Catalogue catalogue,
      OperationsAlarms alarms) {
    this.collection = collection;
    this.marker = marker;
    this.sender = sender;
    this.catalogue = catalogue;
    this.alarms = alarms;
    this.relay = relays.create(this);
    this.hints = hints();
  }

  private ThreadPoolExecutor hints() {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(HINTS),
        Thread.ofPlatform().daemon().name("outbox-" + collection.name()).factory());
  }

  /** A hint, off the caller's thread: what is dropped here the relay sends later. */
  public void publishSoon(Object documentId, List<OutboxEntry> entries) {
    try {
      hints.execute(
          () -> {
            var _ = publish(documentId, entries);
          });
    } catch (RejectedExecutionException full) {
      relay.countDroppedHint();
    }
  }

  /** Sends the entries in order; the future ends when each is acknowledged, refused or given up. */
  CompletableFuture<Void> publish(Object documentId, List<OutboxEntry> entries) {
    return CompletableFuture.allOf(
        entries.stream()
            .filter(entry -> !entry.failed())
            .map(entry -> publish(documentId, entry))
            .toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<?> publish(Object documentId, OutboxEntry entry) {
    SpecificRecord event;
    try {
      event = StoredEvent.decode(catalogue, entry.topic(), entry.event());
    } catch (RuntimeException e) {
      refused(documentId, entry);
      return CompletableFuture.completedFuture(null);
    }
    return sender
        .send(entry.topic(), entry.key(), event, entry.traceparent())
        .whenComplete(
            (sent, fault) -> {
              if (fault == null) {
                marker.published(documentId, entry.eventId());
              } else if (isTheRecords(fault)) {
                refused(documentId, entry);
              }
            });
  }

  private void refused(Object documentId, OutboxEntry entry) {
    try {
      collection.markFailed(documentId, entry.eventId());
    } catch (MongoException e) { // it stays unmarked, is refused again and marked then
      LOG.atWarn().addKeyValue("exception", e.getClass().getName()).log("Marking failed");
    }
    alarms.raise(
        "OUTBOX_REFUSED",
        null,
        "An event for " + entry.topic() + " was refused by the broker and waits for an operator.");
  }

  private static boolean isTheRecords(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof RecordTooLargeException
          || t instanceof InvalidTopicException
          || t instanceof TopicAuthorizationException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void start() {
    if (hints.isShutdown()) {
      hints = hints(); // a context may be stopped and started again
    }
    marker.start();
    relay.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    hints.shutdown();
    try {
      if (!hints.awaitTermination(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS)) {
        hints.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    relay.stop();
    marker.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  OutboxRelay relay() {
    return relay;
  }
}
