package org.procart.notification.escalation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.notification.document.StoredRecords;
import org.springframework.stereotype.Component;

/** Escalations of alerts that are not closed; the finished ones move to an archive. */
@Component
class EscalationStore {

  private static final String BODY = "body";
  private static final String VERSION = "version";
  private static final String WAKE_AT = "wakeAt";
  private static final String FINISHED = "finished";

  private final MongoCollection<Document> open;
  private final MongoCollection<Document> archive;

  EscalationStore(MongoDatabase database) {
    this.open = database.getCollection("escalations");
    this.archive = database.getCollection("escalation_archive");
  }

  MongoCollection<Document> collection() {
    return open;
  }

  /** False when it is there already, or was and is over. */
  boolean insert(Escalation escalation, Instant wakeAt) {
    if (archive.find(eq("_id", escalation.id())).first() != null) {
      return false;
    }
    try {
      open.insertOne(
          new Document("_id", escalation.id())
              .append(VERSION, 0L)
              .append(WAKE_AT, Date.from(wakeAt))
              .append(FINISHED, false)
              .append(BODY, StoredRecords.toDocument(escalation))
              .append(OutboxEntry.FIELD, new ArrayList<Document>()));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  Optional<StoredEscalation> find(String id) {
    return Optional.ofNullable(open.find(eq("_id", id)).first()).map(EscalationStore::read);
  }

  /** Open and archived ones. */
  List<Escalation> findAll(Collection<String> ids) {
    return Stream.of(open, archive)
        .flatMap(each -> each.find(in("_id", ids)).into(new ArrayList<>()).stream())
        .map(document -> read(document).escalation())
        .toList();
  }

  /** False when another change was faster: read again. */
  boolean update(
      StoredEscalation before,
      Escalation after,
      @Nullable Instant wakeAt,
      List<OutboxEntry> events) {
    return open.updateOne(
                and(eq("_id", after.id()), eq(VERSION, before.version())),
                combine(
                    set(VERSION, before.version() + 1),
                    set(WAKE_AT, wakeAt == null ? null : Date.from(wakeAt)),
                    set(FINISHED, after.finished()),
                    set(BODY, StoredRecords.toDocument(after)),
                    pushEach(OutboxEntry.FIELD, events.stream().map(OutboxEntry::toBson).toList())))
            .getMatchedCount()
        > 0;
  }

  /** What cannot be moved on now comes again later, and holds nobody else back meanwhile. */
  void postpone(String id, Instant now, Instant until) {
    open.updateOne(
        and(eq("_id", id), lte(WAKE_AT, Date.from(now))), set(WAKE_AT, Date.from(until)));
  }

  List<String> due(Instant now, int limit) {
    return open.find(lte(WAKE_AT, Date.from(now)))
        .projection(include("_id"))
        .limit(limit)
        .map(document -> String.valueOf(document.get("_id")))
        .into(new ArrayList<>());
  }

  /** When the most overdue one should have been looked at. */
  Optional<Instant> oldestWake(Instant now) {
    return open
        .find(lte(WAKE_AT, Date.from(now)))
        .projection(include(WAKE_AT))
        .map(document -> document.getDate(WAKE_AT).toInstant())
        .into(new ArrayList<>())
        .stream()
        .min(Instant::compareTo);
  }

  /** Moves finished ones whose events are all published. */
  void archiveFinished() {
    open.find(and(eq(FINISHED, true), size(OutboxEntry.FIELD, 0)))
        .into(new ArrayList<>())
        .forEach(this::archive);
  }

  private void archive(Document document) {
    Object id = document.get("_id");
    archive.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true));
    open.deleteOne(
        and(eq("_id", id), eq(VERSION, document.get(VERSION)), size(OutboxEntry.FIELD, 0)));
  }

  private static StoredEscalation read(Document document) {
    return new StoredEscalation(
        StoredRecords.read(document.get(BODY, new Document()), Escalation.class),
        document.get(VERSION, 0L));
  }
}
