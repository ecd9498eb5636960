package org.procart.notification.operations;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.OptionalInt;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Keeps one trouble from ringing all the time; what is hushed is counted and told next time. */
@Component
public class Hush {

  private static final Duration QUIET = Duration.ofMinutes(15);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> subjects;
  private final Clock clock;

  Hush(MongoDatabase database, Clock clock) {
    this.subjects = database.getCollection("operations_hush");
    this.clock = clock;
  }

  /** How many were hushed since the last telling; empty: hush this one too. */
  public OptionalInt hushedBefore(String subject) {
    Document known = subjects.find(eq("_id", subject)).first();
    if (known == null) {
      return OptionalInt.of(0);
    }
    Date toldAt = known.getDate("toldAt");
    boolean quiet = toldAt != null && clock.instant().isBefore(toldAt.toInstant().plus(QUIET));
    return quiet ? OptionalInt.empty() : OptionalInt.of(known.get("hushed", 0));
  }

  public void told(String subject) {
    Instant now = clock.instant();
    subjects.updateOne(
        eq("_id", subject), combine(set("toldAt", Date.from(now)), set("hushed", 0)), UPSERT);
  }

  public void hushed(String subject) {
    subjects.updateOne(eq("_id", subject), inc("hushed", 1), UPSERT);
  }
}
