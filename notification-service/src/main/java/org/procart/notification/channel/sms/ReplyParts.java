package org.procart.notification.channel.sms;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A long reply comes in parts; it is one reply, and gets one answer. */
@Component
class ReplyParts {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final FindOneAndUpdateOptions UPSERTED =
      new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<Document> waiting;
  private final Incoming incoming;
  private final Clock clock;

  ReplyParts(MongoDatabase database, Incoming incoming, Clock clock) {
    this.waiting = database.getCollection("inbound_parts");
    this.incoming = incoming;
    this.clock = clock;
  }

  void take(String supplier, String from, SmppText.Part part) {
    Document all =
        waiting.findOneAndUpdate(
            eq("_id", String.join("/", supplier, from, part.reference())),
            combine(
                setOnInsert("message", UUID.randomUUID().toString()),
                setOnInsert("supplier", supplier),
                setOnInsert("from", from),
                setOnInsert("count", part.count()),
                setOnInsert("at", Date.from(clock.instant())),
                set("part" + part.number(), part.text())),
            UPSERTED);
    if (Objects.requireNonNull(all).keySet().stream().filter(ReplyParts::isPart).count()
        >= part.count()) {
      handOn(all);
    }
  }

  private static boolean isPart(String field) {
    return field.startsWith("part");
  }

  /** What is there counts, where the rest does not come: somebody waits for an answer. */
  @Scheduled(fixedDelayString = "${procart.notification.inbox-sweep:5s}")
  void handOnIncomplete() {
    waiting
        .find(lt("at", Date.from(clock.instant().minus(PATIENCE))))
        .into(new ArrayList<>())
        .forEach(this::handOn);
  }

  private void handOn(Document all) {
    String text =
        IntStream.rangeClosed(1, all.get("count", 0))
            .mapToObj(number -> all.get("part" + number, ""))
            .collect(Collectors.joining());
    incoming.reply(all.get("supplier", ""), all.get("message", ""), all.get("from", ""), text);
    waiting.deleteOne(eq("_id", all.get("_id", "")));
  }
}
