package org.procart.notification.outgoing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Channels;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Single messages without an escalation: stored first, tried until taken or an hour is over. */
@Component
public class Outgoing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
  private static final Duration LIFE = Duration.ofHours(1);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final MongoCollection<Document> waiting;
  private final Channels channels;
  private final Clock clock;
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();

  Outgoing(MongoDatabase database, Channels channels, Clock clock) {
    this.waiting = database.getCollection("outgoing");
    this.channels = channels;
    this.clock = clock;
  }

  /**
   * Safe when it returns.
   *
   * @param id the same message again changes nothing while it waits
   */
  public void send(String id, ChannelKind channel, Message message) {
    Instant now = clock.instant();
    Document document =
        new Document("_id", id)
            .append("channel", channel.code())
            .append("address", message.address())
            .append("subject", message.subject())
            .append("text", message.text())
            .append("tries", 0)
            .append("dueAt", Date.from(now))
            .append("expiresAt", Date.from(now.plus(LIFE)));
    try {
      waiting.insertOne(document);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
    work.execute(() -> trySafely(document));
  }

  @Scheduled(fixedDelayString = "${procart.notification.outgoing-sweep:1s}")
  void sendDue() {
    waiting
        .find(lte("dueAt", Date.from(clock.instant())))
        .into(new ArrayList<>())
        .forEach(document -> work.execute(() -> trySafely(document)));
  }

  private void trySafely(Document document) {
    try {
      tryOnce(document);
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("outgoingId", document.get("_id"))
          .addKeyValue("fault", e.getClass().getName())
          .log("A message could not be sent; it is tried again");
    }
  }

  private void tryOnce(Document document) {
    Instant now = clock.instant();
    if (date(document, "expiresAt").isBefore(now)) {
      drop(document, "EXPIRED");
    } else if (claim(document, now)) {
      Delivery delivery =
          channels.send(ChannelKind.of(document.get("channel", "")), message(document));
      switch (delivery) {
        case Delivery.Sent _ -> waiting.deleteOne(eq("_id", document.get("_id")));
        case Delivery.Rejected(String reason) -> drop(document, reason);
        case Delivery.RetryLater _, Delivery.Unclear _ -> later(document);
      }
    }
  }

  private boolean claim(Document document, Instant now) {
    int tries = document.get("tries", 0);
    return waiting
            .updateOne(
                and(
                    eq("_id", document.get("_id")),
                    eq("tries", tries),
                    lte("dueAt", Date.from(now))),
                combine(set("tries", tries + 1), set("dueAt", Date.from(now.plus(LEASE)))))
            .getMatchedCount()
        > 0;
  }

  private void later(Document document) {
    long seconds = Math.min(LONGEST_PAUSE.toSeconds(), 2L << Math.min(document.get("tries", 0), 5));
    waiting.updateOne(
        eq("_id", document.get("_id")),
        set("dueAt", Date.from(clock.instant().plusSeconds(seconds))));
  }

  private void drop(Document document, String reason) {
    waiting.deleteOne(eq("_id", document.get("_id")));
    LOG.atError()
        .addKeyValue("outgoingId", document.get("_id"))
        .addKeyValue("channel", document.get("channel"))
        .addKeyValue("reason", reason)
        .log("A message was given up");
  }

  private static Message message(Document document) {
    return new Message(
        document.get("address", ""), document.get("subject", ""), document.get("text", ""), null);
  }

  private static Instant date(Document document, String field) {
    return Objects.requireNonNull(document.getDate(field)).toInstant();
  }

  @Override
  public void close() {
    work.close();
  }
}
