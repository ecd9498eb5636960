package org.procart.chassis.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The collection whose documents carry events; it must hold open work only (design section 3). */
final class OutboxCollection {

  private static final int PAGE = 200;

  private final MongoCollection<Document> documents;

  OutboxCollection(MongoCollection<Document> documents) {
    this.documents = documents;
  }

  String name() {
    return documents.getNamespace().getCollectionName();
  }

  /** Removes by event id, so that an event added meanwhile stays. */
  void remove(Map<Object, List<String>> eventIdsByDocument) {
    List<WriteModel<Document>> pulls = new ArrayList<>();
    eventIdsByDocument.forEach(
        (id, eventIds) ->
            pulls.add(
                new UpdateOneModel<>(
                    eq("_id", id),
                    Updates.pull(
                        OutboxEntry.FIELD,
                        new Document("eventId", new Document("$in", eventIds))))));
    documents.bulkWrite(pulls, new BulkWriteOptions().ordered(false));
  }

  List<Object> emptyAmong(Collection<Object> ids) {
    return documents
        .find(and(in("_id", ids), size(OutboxEntry.FIELD, 0)))
        .projection(include("_id"))
        .map(document -> document.get("_id"))
        .into(new ArrayList<>());
  }

  void markFailed(Object documentId, String eventId) {
    documents.updateOne(
        and(eq("_id", documentId), eq(OutboxEntry.FIELD + ".eventId", eventId)),
        Updates.set(OutboxEntry.FIELD + ".$.failed", true));
  }

  MongoCursor<Document> waiting() {
    return documents
        .find(exists(OutboxEntry.FIELD + ".0"))
        .projection(include(OutboxEntry.FIELD))
        .batchSize(PAGE)
        .iterator();
  }
}
