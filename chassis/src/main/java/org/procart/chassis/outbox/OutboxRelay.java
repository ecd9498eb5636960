package org.procart.chassis.outbox;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCursor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.store.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends again what has waited for longer than a delivery can take. One instance at a time. */
final class OutboxRelay {

  /** Same as the producer's delivery.timeout.ms: before that, the first try may still succeed. */
  static final Duration OVERDUE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration EVERY = Duration.ofSeconds(3);

  /**
   * Short: a killed holder delays what it left behind by this much. Two holders only send twice.
   */
  private static final Duration LEASE = Duration.ofSeconds(15);

  private static final int BATCH = 200;

  private final Outbox outbox;
  private final OutboxCollection collection;
  private final Leases leases;
  private final Clock clock;
  private final MeterRegistry meters;
  private final AtomicReference<@Nullable Instant> oldest = new AtomicReference<>();
  private @Nullable ScheduledExecutorService timer;

  @FunctionalInterface
  interface Factory {
    OutboxRelay create(Outbox outbox);
  }

  OutboxRelay(
      Outbox outbox,
      OutboxCollection collection,
      Leases leases,
      Clock clock,
      MeterRegistry meters) {
    this.outbox = outbox;
    this.collection = collection;
    this.leases = leases;
    this.clock = clock;
    this.meters = meters;
    meters.gauge(
        "procart.outbox.oldest.seconds",
        Tags.of("collection", collection.name()),
        this,
        OutboxRelay::oldestSeconds);
  }

  void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outbox-relay").factory());
    long millis = EVERY.toMillis();
    var _ =
        started.scheduleWithFixedDelay(this::sweepSafely, millis, millis, TimeUnit.MILLISECONDS);
    timer = started;
  }

  void stop() {
    if (timer != null) {
      timer.shutdownNow();
    }
  }

  void countDroppedHint() {
    meters.counter("procart.outbox.hints.dropped", "collection", collection.name()).increment();
  }

  /** When the oldest waiting event was made, as of the last sweep; null when none waits. */
  @Nullable Instant oldest() {
    return oldest.get();
  }

  String collectionName() {
    return collection.name();
  }

  private double oldestSeconds() {
    Instant since = oldest.get();
    return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
  }

  private void sweepSafely() {
    try {
      sweep();
    } catch (MongoException e) {
      LOG.atWarn()
          .addKeyValue("exception", e.getClass().getName())
          .log("The relay cannot read the store");
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("exception", e.getClass().getName())
          .log("The relay failed; it tries again");
    }
  }

  /** Sends every overdue event; stops early when the broker does not take them. */
  void sweep() {
    boolean mayPublish = leases.take("outbox-" + collection.name(), LEASE);
    Instant overdue = clock.instant().minus(OVERDUE);
    Instant eldest = null;
    boolean brokerTakes = mayPublish;
    List<CompletableFuture<?>> underWay = new ArrayList<>();
    try (MongoCursor<Document> waiting = collection.waiting()) {
      while (waiting.hasNext()) {
        Document document = waiting.next();
        List<OutboxEntry> entries = open(document);
        eldest = elder(eldest, entries);
        if (brokerTakes && isOverdue(entries, overdue)) {
          underWay.add(outbox.publish(Objects.requireNonNull(document.get("_id")), entries));
          if (underWay.size() >= BATCH) {
            brokerTakes = allTaken(underWay);
            underWay.clear();
          }
        }
      }
    }
    oldest.set(eldest);
    allTaken(underWay);
  }

  private static List<OutboxEntry> open(Document document) {
    return document.getList(OutboxEntry.FIELD, Document.class, List.of()).stream()
        .map(OutboxEntry::fromBson)
        .filter(entry -> !entry.failed())
        .toList();
  }

  private static @Nullable Instant elder(@Nullable Instant eldest, List<OutboxEntry> entries) {
    Instant result = eldest;
    for (OutboxEntry entry : entries) {
      if (result == null || entry.createdAt().isBefore(result)) {
        result = entry.createdAt();
      }
    }
    return result;
  }

  private static boolean isOverdue(List<OutboxEntry> entries, Instant overdue) {
    return entries.stream().anyMatch(entry -> entry.createdAt().isBefore(overdue));
  }

  private static boolean allTaken(List<CompletableFuture<?>> sends) {
    try {
      CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new))
          .get(OVERDUE.toSeconds() + 5, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      LOG.atWarn()
          .addKeyValue("exception", String.valueOf(e.getCause()))
          .log("The broker does not take events; they wait in the store");
      return false;
    }
  }
}
