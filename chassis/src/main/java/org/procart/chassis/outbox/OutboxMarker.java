package org.procart.chassis.outbox;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes published events out of their documents, many in one write. */
final class OutboxMarker {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxMarker.class);
  private static final int BATCH = 500;
  private static final int WAITING = 50_000;

  private final OutboxCollection collection;
  private final Consumer<Object> whenPublished;
  private final BlockingQueue<Published> queue = new ArrayBlockingQueue<>(WAITING);
  private @Nullable Thread thread;

  private record Published(Object documentId, String eventId) {}

  OutboxMarker(OutboxCollection collection, Consumer<Object> whenPublished) {
    this.collection = collection;
    this.whenPublished = whenPublished;
  }

  /** When the queue is full the mark is lost; the relay then sends the event again, same id. */
  void published(Object documentId, String eventId) {
    if (!queue.offer(new Published(documentId, eventId))) {
      LOG.warn("Marks of published events wait too long; events may be sent twice");
    }
  }

  void start() {
    thread =
        Thread.ofPlatform().daemon().name("outbox-marker-" + collection.name()).start(this::run);
  }

  void stop() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      try {
        running.join(2_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    drain(); // the last marks, so that a clean restart repeats nothing
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        mark(nextBatch());
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.atWarn().addKeyValue("exception", e.getClass().getName()).log("Marking failed");
      }
    }
  }

  private void drain() {
    List<Published> rest = new ArrayList<>();
    queue.drainTo(rest);
    if (!rest.isEmpty()) {
      try {
        mark(rest);
      } catch (MongoException e) {
        LOG.atWarn().addKeyValue("exception", e.getClass().getName()).log("Marking failed");
      }
    }
  }

  private List<Published> nextBatch() throws InterruptedException {
    List<Published> batch = new ArrayList<>();
    batch.add(queue.take());
    queue.drainTo(batch, BATCH - 1);
    return batch;
  }

  private void mark(List<Published> batch) {
    Map<Object, List<String>> byDocument = new HashMap<>();
    for (Published published : batch) {
      byDocument
          .computeIfAbsent(published.documentId(), id -> new ArrayList<>())
          .add(published.eventId());
    }
    collection.remove(byDocument);
    collection.emptyAmong(byDocument.keySet()).forEach(whenPublished);
  }
}
