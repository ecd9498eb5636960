package org.procart.notification.channel.sms;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.procart.notification.document.StoredRecords;
import org.springframework.stereotype.Component;

/** One document for each supplier, so that all instances agree. */
@Component
class StandingStore {

  private static final int LOST_RACES = 20;
  private static final String ID = "_id";
  private static final String VERSION = "version";
  private static final String BODY = "body";

  private final MongoCollection<Document> collection;

  StandingStore(MongoDatabase database) {
    this.collection = database.getCollection("sms_standings");
  }

  /**
   * @param before as it was read
   * @param after as it is kept now
   */
  record Changed(Standing before, Standing after) {}

  /** Changes it, again where another instance was faster. */
  Changed change(String supplier, UnaryOperator<Standing> how) {
    for (int i = 0; i < LOST_RACES; i++) {
      Document found = collection.find(eq(ID, supplier)).first();
      Standing before = found == null ? Standing.fresh(supplier) : read(found);
      Standing after = how.apply(before);
      if (after.equals(before) || write(found, after)) {
        return new Changed(before, after);
      }
    }
    throw new IllegalStateException("The standing of " + supplier + " changes too fast");
  }

  private boolean write(@Nullable Document found, Standing after) {
    Document body = StoredRecords.toDocument(after);
    if (found == null) {
      return insert(new Document(ID, after.supplier()).append(VERSION, 1L).append(BODY, body));
    }
    long version = found.get(VERSION, 0L);
    return collection
            .updateOne(
                and(eq(ID, after.supplier()), eq(VERSION, version)),
                combine(set(VERSION, version + 1), set(BODY, body)))
            .getMatchedCount()
        > 0;
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

  private static Standing read(Document document) {
    return StoredRecords.read(document.get(BODY, new Document()), Standing.class);
  }
}
