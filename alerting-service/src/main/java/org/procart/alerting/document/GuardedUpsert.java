package org.procart.alerting.document;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import org.bson.conversions.Bson;

/**
 * Writes one document named by its id, if it is not there or its guard holds. A guard that fails
 * looks like a missing document, whose insertion then meets the one that is there.
 */
public final class GuardedUpsert {

  private static final UpdateOptions UPDATE = new UpdateOptions().upsert(true);
  private static final ReplaceOptions REPLACE = new ReplaceOptions().upsert(true);

  private GuardedUpsert() {}

  /**
   * @param wanted id and guard
   * @return false when the document is there and the guard does not hold
   */
  public static boolean update(MongoCollection<?> collection, Bson wanted, Bson update) {
    return written(() -> collection.updateOne(wanted, update, UPDATE));
  }

  /** As above, with the whole document. */
  public static <D> boolean replace(MongoCollection<D> collection, Bson wanted, D document) {
    return written(() -> collection.replaceOne(wanted, document, REPLACE));
  }

  private static boolean written(Runnable write) {
    try {
      write.run();
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return false;
    }
  }
}
