package org.procart.notification.outgoing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.procart.notification.outgoing.Outcome.State;
import org.springframework.stereotype.Component;

/** Messages on their way; each is deleted when nobody needs to know more of it. */
@Component
class WaitingStore {

  private static final String ID = "_id";
  private static final String DUE_AT = "dueAt";
  private static final String CLAIMED = "claimed";
  private static final String OUTCOME = "outcome";

  private final MongoCollection<Document> collection;

  WaitingStore(MongoDatabase database) {
    this.collection = database.getCollection("outgoing");
  }

  /** The same again changes nothing while it waits. */
  void insert(Waiting waiting, Instant dueAt) {
    try {
      collection.insertOne(waiting.toDocument(dueAt));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  List<Waiting> due(Instant now) {
    return collection.find(lte(DUE_AT, Date.from(now))).map(Waiting::read).into(new ArrayList<>());
  }

  /** False when another has it, or it is over. */
  boolean claim(Waiting waiting, Instant now, Instant leaseUntil) {
    return collection
            .updateOne(
                and(
                    eq(ID, waiting.id()),
                    eq("tries", waiting.tries()),
                    lte(DUE_AT, Date.from(now)),
                    exists(OUTCOME, false)),
                combine(
                    set("tries", waiting.tries() + 1),
                    set(CLAIMED, true),
                    set(DUE_AT, Date.from(leaseUntil))))
            .getMatchedCount()
        > 0;
  }

  void later(String id, int unclear, Instant dueAt) {
    collection.updateOne(
        eq(ID, id),
        combine(set("unclear", unclear), set(CLAIMED, false), set(DUE_AT, Date.from(dueAt))));
  }

  /** False when it is gone, or over already: only good news counts from one who comes late. */
  boolean over(String id, Outcome outcome, Instant tellAgainAt) {
    Bson theirs = eq(ID, id);
    return collection
            .updateOne(
                outcome.state() == State.SENT ? theirs : and(theirs, exists(OUTCOME, false)),
                combine(
                    set(OUTCOME, outcome.state().name()),
                    set("reason", outcome.reason()),
                    set(DUE_AT, Date.from(tellAgainAt))))
            .getMatchedCount()
        > 0;
  }

  /** Those that no supplier has in its hands just now. */
  List<Waiting> makeDue(Collection<String> ids, Instant now) {
    collection.updateMany(
        and(in(ID, ids), ne(CLAIMED, true), exists(OUTCOME, false)), set(DUE_AT, Date.from(now)));
    return collection
        .find(and(in(ID, ids), lte(DUE_AT, Date.from(now))))
        .map(Waiting::read)
        .into(new ArrayList<>());
  }

  void delete(Collection<String> ids) {
    collection.deleteMany(in(ID, ids));
  }
}
