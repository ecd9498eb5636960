package org.procart.notification.document;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
