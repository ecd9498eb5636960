package org.procart.alerting.adherence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Updates.pullAll;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * A document holds the patients of one minute whose id falls into one of some shares, so that no
 * document grows with the number of patients alone. Documents are found by their name only.
 */
@Component
final class MongoDueSlots implements DueSlots {

  private static final int SHARES = 16;
  private static final int NAMES_AT_ONCE = 2_000;
  private static final String WISHES = "wishes";
  private static final String SEPARATOR = "|";
  private static final String CURSOR = "cursor";
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  /** Another instance may write into a minute a little after it has begun here. */
  private static final Duration LATE = Duration.ofMinutes(10);

  /** After a longer time everybody is looked at anyway. */
  private static final Duration LONGEST = Duration.ofDays(2);

  private final MongoCollection<Document> slots;
  private final MongoCollection<Document> cursors;
  private final Clock clock;

  MongoDueSlots(MongoDatabase database, Clock clock) {
    this.slots = database.getCollection("watch_slots");
    this.cursors = database.getCollection("watch_cursor");
    this.clock = clock;
  }

  @Override
  public void put(String patientId, Instant moment) {
    Instant now = minute(clock.instant());
    Instant wanted = minute(moment.plus(Duration.ofMinutes(1)).minusMillis(1));
    Instant minute = wanted.isBefore(now) ? now : wanted;
    Bson slot = eq("_id", name(minute, Math.floorMod(patientId.hashCode(), SHARES)));
    Bson wish = push(WISHES, UUID.randomUUID() + SEPARATOR + patientId);
    try {
      slots.updateOne(slot, wish, UPSERT);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      // Somebody else made the slot in this moment.
      slots.updateOne(slot, wish);
    }
  }

  @Override
  public List<Entry> due() {
    Instant now = minute(clock.instant());
    List<String> names =
        Stream.iterate(begun(now), minute -> !minute.isAfter(now), minute -> minute.plusSeconds(60))
            .flatMap(minute -> IntStream.range(0, SHARES).mapToObj(share -> name(minute, share)))
            .toList();
    List<Entry> due = new ArrayList<>();
    for (int from = 0; from < names.size(); from += NAMES_AT_ONCE) {
      slots
          .find(in("_id", names.subList(from, Math.min(from + NAMES_AT_ONCE, names.size()))))
          .forEach(slot -> due.addAll(entries(slot)));
    }
    return due;
  }

  @Override
  public void done(Collection<Entry> entries) {
    entries.stream()
        .collect(groupingBy(Entry::slot, mapping(Entry::name, toList())))
        .forEach(
            (slot, names) -> {
              slots.updateOne(eq("_id", slot), pullAll(WISHES, names));
              slots.deleteOne(and(eq("_id", slot), size(WISHES, 0)));
            });
  }

  @Override
  public void finished() {
    Date now = Date.from(minute(clock.instant()));
    cursors.updateOne(eq("_id", CURSOR), set("at", now), UPSERT);
  }

  /** The first minute that may not be finished. */
  private Instant begun(Instant now) {
    Document cursor = cursors.find(eq("_id", CURSOR)).first();
    Date at = cursor == null ? null : cursor.getDate("at");
    Instant finished = at == null ? now : at.toInstant();
    Instant longest = now.minus(LONGEST);
    return (finished.isBefore(longest) ? longest : finished.isAfter(now) ? now : finished)
        .minus(LATE);
  }

  private static List<Entry> entries(Document slot) {
    String id = slot.getString("_id");
    return slot.getList(WISHES, String.class).stream()
        .map(name -> new Entry(id, name, name.substring(name.indexOf(SEPARATOR) + 1)))
        .toList();
  }

  private static Instant minute(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MINUTES);
  }

  private static String name(Instant minute, int share) {
    return minute + "/" + share;
  }
}
