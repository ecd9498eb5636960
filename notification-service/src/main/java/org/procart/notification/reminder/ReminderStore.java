package org.procart.notification.reminder;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.notification.document.StoredRecords;
import org.springframework.stereotype.Component;

/**
 * Reminders that are not finished; the finished ones are kept apart, so that none is sent twice.
 */
@Component
class ReminderStore {

  private static final String ID = "_id";
  private static final String PATIENT = "patientId";
  private static final String BODY = "body";
  private static final String VERSION = "version";
  private static final String FINISHED = "finished";

  private final MongoCollection<Document> open;
  private final MongoCollection<Document> done;

  ReminderStore(MongoDatabase database) {
    this.open = database.getCollection("reminders");
    this.done = database.getCollection("reminders_done");
  }

  /** A reminder as it was read; a change counts only where the version is still the same. */
  record Stored(Reminder reminder, long version) {}

  MongoCollection<Document> collection() {
    return open;
  }

  /** False when it is there already, or was and is over. */
  boolean insert(Reminder reminder) {
    boolean fresh = insertOpen(reminder);
    // Only now: before, one that is just being moved could be missed in both places.
    if (isDone(reminder.asked())) {
      open.deleteOne(and(eq(ID, reminder.id()), eq(VERSION, 0L)));
      return false;
    }
    return fresh;
  }

  private boolean insertOpen(Reminder reminder) {
    try {
      open.insertOne(
          new Document(ID, reminder.id())
              .append(PATIENT, reminder.asked().patientId())
              .append(VERSION, 0L)
              .append(FINISHED, false)
              .append(BODY, StoredRecords.toDocument(reminder))
              .append(OutboxEntry.FIELD, new ArrayList<Document>()));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  Optional<Stored> find(String reminderId) {
    return Optional.ofNullable(open.find(eq(ID, reminderId)).first()).map(ReminderStore::read);
  }

  List<Reminder> openOf(String patientId) {
    return open.find(eq(PATIENT, patientId))
        .map(document -> read(document).reminder())
        .into(new ArrayList<>());
  }

  /** Those of which it is still to be said whether they arrived. */
  List<Reminder> sent() {
    return open.find(eq(BODY + ".phase", Reminder.Phase.SENT.name()))
        .map(document -> read(document).reminder())
        .into(new ArrayList<>());
  }

  /** False when another change was faster: read again. */
  boolean update(Stored before, Reminder after, List<OutboxEntry> events) {
    return open.updateOne(
                and(eq(ID, after.id()), eq(VERSION, before.version())),
                combine(
                    set(VERSION, before.version() + 1),
                    set(FINISHED, after.finished()),
                    set(BODY, StoredRecords.toDocument(after)),
                    pushEach(OutboxEntry.FIELD, events.stream().map(OutboxEntry::toBson).toList())))
            .getMatchedCount()
        > 0;
  }

  /**
   * Moves finished ones whose events are all published.
   *
   * @param known whether the patient still is
   */
  void archiveFinished(Predicate<String> known) {
    open.find(and(eq(FINISHED, true), size(OutboxEntry.FIELD, 0)))
        .into(new ArrayList<>())
        .forEach(document -> archive(document, known));
  }

  private void archive(Document document, Predicate<String> known) {
    Asked asked = read(document).reminder().asked();
    Document kept = new Document(document).append(ID, doneId(asked));
    done.replaceOne(eq(ID, doneId(asked)), kept, new ReplaceOptions().upsert(true));
    // Asked after the write: erased before, it is deleted here; erased later, it is deleted there.
    if (!known.test(asked.patientId())) {
      done.deleteOne(eq(ID, doneId(asked)));
    }
    open.deleteOne(eq(ID, asked.reminderId()));
  }

  /** What was asked for this patient, latest first: it tells the language to speak. */
  List<Asked> asked(String patientId) {
    List<Document> all = open.find(eq(PATIENT, patientId)).into(new ArrayList<>());
    done.find(doneOf(patientId)).into(all);
    return all.stream()
        .map(document -> read(document).reminder().asked())
        .sorted(Comparator.comparing(Asked::expiresAt).reversed())
        .toList();
  }

  void erase(String patientId) {
    open.deleteMany(eq(PATIENT, patientId));
    done.deleteMany(doneOf(patientId));
  }

  /** By id, because nothing else is indexed everywhere; "0" is what comes after "/". */
  private static Bson doneOf(String patientId) {
    return and(gte(ID, patientId + "/"), lt(ID, patientId + "0"), eq(PATIENT, patientId));
  }

  private boolean isDone(Asked asked) {
    return done.find(eq(ID, doneId(asked))).first() != null;
  }

  private static String doneId(Asked asked) {
    return asked.patientId() + "/" + asked.reminderId();
  }

  private static Stored read(Document document) {
    return new Stored(
        StoredRecords.read(document.get(BODY, new Document()), Reminder.class),
        document.get(VERSION, 0L));
  }
}
