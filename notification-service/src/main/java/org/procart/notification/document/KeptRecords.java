package org.procart.notification.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/** A small collection of whole records that are put and read by id. */
public final class KeptRecords<T> {

  private static final String BODY = "body";

  private final MongoCollection<Document> collection;
  private final Class<T> type;

  public KeptRecords(MongoDatabase database, String name, Class<T> type) {
    this.collection = database.getCollection(name);
    this.type = type;
  }

  public void put(String id, T value) {
    Document document = new Document("_id", id).append(BODY, StoredRecords.toDocument(value));
    collection.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true));
  }

  /** Made from what was there; made again when another wrote in between. */
  public T change(String id, Function<Optional<T>, T> change) {
    while (true) {
      Document known = collection.find(eq("_id", id)).first();
      T value = change.apply(Optional.ofNullable(known).map(this::read));
      Document document = new Document("_id", id).append(BODY, StoredRecords.toDocument(value));
      if (known == null ? insert(document) : replace(known, document)) {
        return value;
      }
    }
  }

  private boolean insert(Document document) {
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

  private boolean replace(Document known, Document document) {
    return collection
            .replaceOne(and(eq("_id", known.get("_id")), eq(BODY, known.get(BODY))), document)
            .getMatchedCount()
        > 0;
  }

  public Optional<T> find(String id) {
    return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(this::read);
  }

  public List<T> all() {
    return collection.find().map(this::read).into(new ArrayList<>());
  }

  public void remove(String id) {
    collection.deleteOne(eq("_id", id));
  }

  private T read(Document document) {
    return StoredRecords.read(document.get(BODY, new Document()), type);
  }
}
