package org.procart.notification.operations;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Keeps one trouble from ringing all the time; what is hushed is counted and told next time. */
@Component
public class Hush {

  private static final Duration QUIET = Duration.ofMinutes(15);

  /** However often a trouble ends and comes back. */
  private static final int MOST_IN_AN_HOUR = 4;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> subjects;
  private final Clock clock;

  Hush(MongoDatabase database, Clock clock) {
    this.subjects = database.getCollection("operations_hush");
    this.clock = clock;
  }

  /** How many were hushed since the last telling; empty: hush this one too. */
  public OptionalInt hushedBefore(String subject) {
    Document known = known(subject);
    Date toldAt = known.getDate("toldAt");
    boolean quiet = toldAt != null && clock.instant().isBefore(toldAt.toInstant().plus(QUIET));
    return quiet || lately(known).size() >= MOST_IN_AN_HOUR
        ? OptionalInt.empty()
        : OptionalInt.of(known.get("hushed", 0));
  }

  public void told(String subject) {
    Date now = Date.from(clock.instant());
    List<Date> tellings = new ArrayList<>(lately(known(subject)));
    tellings.add(now);
    subjects.updateOne(
        eq("_id", subject),
        combine(set("toldAt", now), set("tellings", tellings), set("hushed", 0)),
        UPSERT);
  }

  public void hushed(String subject) {
    subjects.updateOne(eq("_id", subject), inc("hushed", 1), UPSERT);
  }

  /** True when the last word about it was that it began. */
  boolean isTold(String subject) {
    return known(subject).getDate("toldAt") != null;
  }

  /** It is over and that was told: should it come back, that is news. */
  void forget(String subject) {
    subjects.updateOne(eq("_id", subject), unset("toldAt"));
  }

  private Document known(String subject) {
    return Optional.ofNullable(subjects.find(eq("_id", subject)).first()).orElseGet(Document::new);
  }

  private List<Date> lately(Document known) {
    Instant from = clock.instant().minus(HOUR);
    return known.getList("tellings", Date.class, List.of()).stream()
        .filter(telling -> telling.toInstant().isAfter(from))
        .toList();
  }
}
