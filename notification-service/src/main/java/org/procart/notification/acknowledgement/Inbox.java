package org.procart.notification.acknowledgement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.InboundListener;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.Urgency;
import org.procart.notification.oncall.OptOuts;
import org.procart.notification.outgoing.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Messages that people sent: stored before the supplier hears "taken", answered even after a kill.
 */
@Component
class Inbox implements InboundListener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** A machine that answers every answer must not keep us writing. */
  private static final int MOST_IN_AN_HOUR = 5;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LEFT_LYING = Duration.ofSeconds(15);

  private final MongoCollection<Document> open;
  private final MongoCollection<Document> archive;
  private final ReplyDesk desk;
  private final OptOuts optOuts;
  private final Outgoing outgoing;
  private final Clock clock;
  private final Counter unanswered;
  private volatile boolean indexed;
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();

  Inbox(
      MongoDatabase database,
      ReplyDesk desk,
      OptOuts optOuts,
      Outgoing outgoing,
      MeterRegistry meters,
      Clock clock) {
    this.open = database.getCollection("inbound");
    this.archive = database.getCollection("inbound_archive");
    this.desk = desk;
    this.optOuts = optOuts;
    this.outgoing = outgoing;
    this.clock = clock;
    this.unanswered = meters.counter("procart.notification.replies.unanswered");
  }

  @Override
  public void onInbound(String id, String from, String text) {
    Document message =
        new Document("_id", id)
            .append("from", from)
            .append("text", text)
            .append("at", Date.from(clock.instant()));
    if (insert(message)) {
      work.execute(() -> handle(message));
    }
  }

  /** False when it came before: a supplier that did not hear our "taken" brings it again. */
  private boolean insert(Document message) {
    try {
      open.insertOne(message);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
    // Only now: before, one that is just being moved could be missed in both places.
    String id = message.get("_id", "");
    boolean answered = archive.find(eq("_id", id)).first() != null;
    if (answered) {
      open.deleteOne(eq("_id", id));
    }
    return !answered;
  }

  /** What was left lying by an instance that died. */
  @Scheduled(fixedDelayString = "${procart.notification.inbox-sweep:5s}")
  void handleLeftLying() {
    open.find(lte("at", Date.from(clock.instant().minus(LEFT_LYING))))
        .into(new ArrayList<>())
        .forEach(this::handle);
  }

  private void handle(Document message) {
    String id = message.get("_id", "");
    String from = message.get("from", "");
    try {
      String text = message.get("text", "");
      Said said =
          optOuts.answer(from, text).map(Said::to).orElseGet(() -> desk.answer(id, from, text));
      Document handled = new Document(message);
      if (said.toAnything() && answeredLately(from) >= MOST_IN_AN_HOUR) {
        unanswered.increment();
        LOG.atWarn().addKeyValue("inboundId", id).log("A number writes too often to be answered");
      } else {
        String words = said.words();
        outgoing.send("reply-" + id, ChannelKind.SMS, Message.sms(from, words, Urgency.ANSWER));
        handled.append("answer", words).append("toAnything", said.toAnything());
      }
      archive.replaceOne(eq("_id", id), handled, new ReplaceOptions().upsert(true));
      open.deleteOne(eq("_id", id));
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("inboundId", id)
          .addKeyValue("fault", e.getClass().getName())
          .log("A reply could not be handled; it is tried again");
    }
  }

  /** Kept in the archive, so that a restart forgets none. */
  private long answeredLately(String from) {
    beFast();
    Date hourAgo = Date.from(clock.instant().minus(HOUR));
    return archive.countDocuments(
        and(eq("from", from), gte("at", hourAgo), eq("toAnything", true)));
  }

  /** Not at start: the service must start while the store is away. */
  private void beFast() {
    if (!indexed) {
      archive.createIndex(Indexes.ascending("from", "at"));
      indexed = true;
    }
  }

  @Override
  public void close() {
    work.close();
  }
}
