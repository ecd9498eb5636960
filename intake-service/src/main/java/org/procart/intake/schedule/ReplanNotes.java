package org.procart.intake.schedule;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.procart.intake.schedule.ReplanNote.Scope;

/**
 * Wishes that plans are made again. Each is a document of its own, so that who fulfils an older one
 * cannot take away a newer. The one for everybody always stands and only moves on: where it is
 * missing no plan was ever made, as after an update from a release that had none.
 */
class ReplanNotes {

  private static final String EVERYBODY = "everybody";
  private static final String FROM = "from";
  private static final String FAILURES = "failures";
  private static final Duration A_DAY = Duration.ofDays(1);

  private final MongoCollection<Document> notes;

  ReplanNotes(MongoCollection<Document> notes) {
    this.notes = notes;
  }

  ReplanNote add(Scope scope, String of, Instant from, int failures) {
    ReplanNote note = new ReplanNote(UUID.randomUUID().toString(), scope, of, from, failures);
    notes.insertOne(document(note));
    return note;
  }

  /** Brings a wish forward, also one that was fulfilled too early because the change took long. */
  void now(ReplanNote note, Instant now) {
    notes.replaceOne(
        eq("_id", note.noteId()),
        document(note).append(FROM, Date.from(now)),
        new ReplaceOptions().upsert(true));
  }

  void everybodyNow(Instant now) {
    notes.updateOne(and(eq("_id", EVERYBODY), gt(FROM, Date.from(now))), set(FROM, Date.from(now)));
  }

  List<ReplanNote> due(Instant now) {
    List<ReplanNote> all = notes.find().map(ReplanNotes::note).into(new ArrayList<>());
    if (all.stream().noneMatch(note -> note.scope() == Scope.EVERYBODY)) {
      all.add(new ReplanNote(EVERYBODY, Scope.EVERYBODY, "", now, 0));
    }
    return all.stream().filter(note -> !note.from().isAfter(now)).toList();
  }

  void done(ReplanNote note, Instant now) {
    if (note.scope() == Scope.EVERYBODY) {
      notes.updateOne(
          eq("_id", EVERYBODY),
          set(FROM, Date.from(now.plus(A_DAY))),
          new UpdateOptions().upsert(true));
    } else {
      notes.deleteOne(eq("_id", note.noteId()));
    }
  }

  long stuck(int failures) {
    return notes.countDocuments(gte(FAILURES, failures));
  }

  private static Document document(ReplanNote note) {
    return new Document("_id", note.noteId())
        .append("scope", note.scope().name())
        .append("of", note.of())
        .append(FROM, Date.from(note.from()))
        .append(FAILURES, note.failures());
  }

  private static ReplanNote note(Document document) {
    String noteId = Objects.requireNonNull(document.getString("_id"));
    Instant from = Objects.requireNonNull(document.getDate(FROM)).toInstant();
    if (noteId.equals(EVERYBODY)) {
      return new ReplanNote(noteId, Scope.EVERYBODY, "", from, 0);
    }
    return new ReplanNote(
        noteId,
        Scope.valueOf(document.getString("scope")),
        Objects.requireNonNull(document.getString("of")),
        from,
        document.getInteger(FAILURES, 0));
  }
}
