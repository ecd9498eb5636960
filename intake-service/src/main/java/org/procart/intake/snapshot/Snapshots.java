package org.procart.intake.snapshot;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.chassis.outbox.OutboxFactory;
import org.procart.intake.snapshot.Saved.Outcome;

/**
 * Subjects of which only the current state counts. A change is one document of its own, named by
 * subject and revision: inserting it decides who wins, it carries the event, and it goes when both
 * the state is updated and the event published. So the relay reads only changes under way, however
 * many subjects there are.
 */
public final class Snapshots<T> {

  private static final int ATTEMPTS = 20;
  private static final int REMEMBERED = 20;
  private static final String APPLIED = "applied";

  private final SnapshotForm<T> form;
  private final MongoCollection<Document> current;
  private final MongoCollection<Document> changes;
  private final Clock clock;
  private final Outbox outbox;

  public Snapshots(
      SnapshotForm<T> form,
      MongoDatabase database,
      String name,
      OutboxFactory outboxes,
      Clock clock) {
    this.form = form;
    this.current = database.getCollection(name);
    this.changes = database.getCollection(name + "_changes");
    this.clock = clock;
    this.outbox = outboxes.of(changes, this::finish);
  }

  /** To be a bean, so that it starts and stops with the service. */
  public Outbox outbox() {
    return outbox;
  }

  public Optional<Snapshot<T>> find(String id) {
    return Optional.ofNullable(current.find(eq("_id", id)).first()).map(this::snapshot);
  }

  public void forEach(Consumer<Snapshot<T>> each) {
    current.find().batchSize(100).map(this::snapshot).forEach(each);
  }

  public List<String> ids() {
    return ids(current.find());
  }

  /** Those whose stored state has this value; reads none of them, so that a bad one is no fault. */
  public List<String> ids(String field, String value) {
    return ids(current.find(eq("state." + field, value)));
  }

  private static List<String> ids(FindIterable<Document> found) {
    return found
        .projection(Projections.include("_id"))
        .map(document -> Objects.requireNonNull(document.getString("_id")))
        .into(new ArrayList<>());
  }

  public Saved<T> save(T state) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Saved<T>> saved = tryToSave(state, find(form.id(state)).orElse(null));
      if (saved.isPresent()) {
        return saved.get();
      }
    }
    throw new IllegalStateException("Too many changes of one subject at the same time");
  }

  private Optional<Saved<T>> tryToSave(T state, @Nullable Snapshot<T> before) {
    if (before != null && before.state().equals(state)) {
      return Optional.of(new Saved<>(before, Outcome.UNCHANGED));
    }
    Snapshot<T> after = new Snapshot<>(state, before == null ? 1 : before.revision() + 1);
    OutboxEntry entry =
        OutboxEntry.of(
            form.topic(), form.id(state), form.event(after, clock.instant()), clock.instant());
    Document change = change(after, entry);
    Object changeId = Objects.requireNonNull(change.get("_id"));
    if (!inserted(changes, change)) {
      finishOther(changeId);
      return Optional.empty();
    }
    apply(change);
    if (!applied(change)) { // decided on a state that was already history
      changes.deleteOne(eq("_id", changeId));
      return Optional.empty();
    }
    outbox.publishSoon(changeId, List.of(entry));
    return Optional.of(new Saved<>(after, before == null ? Outcome.CREATED : Outcome.CHANGED));
  }

  private Document change(Snapshot<T> after, OutboxEntry entry) {
    String id = form.id(after.state());
    return new Document("_id", id + ":" + after.revision())
        .append("subject", id)
        .append("revision", after.revision())
        .append("token", UUID.randomUUID().toString())
        .append("state", Document.parse(form.write(after.state())))
        .append(OutboxEntry.FIELD, List.of(entry.toBson()));
  }

  /** Whoever made the other change may have died half-way. */
  private void finishOther(Object changeId) {
    Document other = changes.find(eq("_id", changeId)).first();
    if (other != null) {
      apply(other);
    }
  }

  private void finish(Object changeId) {
    Document change = changes.find(eq("_id", changeId)).first();
    if (change != null) {
      apply(change);
      changes.deleteOne(eq("_id", changeId));
    }
  }

  /** Does nothing when the subject is not, or no longer, at the revision before. */
  private void apply(Document change) {
    String id = change.getString("subject");
    long revision = Objects.requireNonNull(change.getLong("revision"));
    if (revision == 1) {
      var _ =
          inserted(
              current,
              new Document("_id", id)
                  .append("revision", revision)
                  .append("state", change.get("state"))
                  .append(APPLIED, List.of(change.get("token"))));
      return;
    }
    Document before = current.find(and(eq("_id", id), eq("revision", revision - 1))).first();
    if (before != null) {
      current.updateOne(
          and(eq("_id", id), eq("revision", revision - 1)),
          Updates.combine(
              Updates.set("revision", revision),
              Updates.set("state", change.get("state")),
              Updates.set(APPLIED, latest(before, change.getString("token")))));
    }
  }

  /** Tells our change from another of the same number that came and went. */
  private boolean applied(Document change) {
    Document now = current.find(eq("_id", change.get("subject"))).first();
    return now != null && now.getList(APPLIED, String.class).contains(change.getString("token"));
  }

  private static List<String> latest(Document before, String token) {
    List<String> tokens = new ArrayList<>(before.getList(APPLIED, String.class));
    tokens.add(token);
    return tokens.subList(Math.max(0, tokens.size() - REMEMBERED), tokens.size());
  }

  private Snapshot<T> snapshot(Document document) {
    return new Snapshot<>(
        form.read(Objects.requireNonNull(document.get("state", Document.class)).toJson()),
        Objects.requireNonNull(document.getLong("revision")));
  }

  private static boolean inserted(MongoCollection<Document> collection, Document document) {
    try {
      collection.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }
}
