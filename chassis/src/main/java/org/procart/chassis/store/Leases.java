package org.procart.chassis.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/**
 * Lets one instance at a time do a thing that every instance could do. A lease ends by itself, so a
 * killed holder stops nobody for longer than its duration.
 */
public final class Leases {

  private final MongoCollection<Document> collection;
  private final Clock clock;
  private final String holder = UUID.randomUUID().toString();

  Leases(MongoCollection<Document> collection, Clock clock) {
    this.collection = collection;
    this.clock = clock;
  }

  /** True when this instance holds the lease from now on; taking it again prolongs it. */
  public boolean take(String name, Duration duration) {
    Instant now = clock.instant();
    Date until = Date.from(now.plus(duration));
    boolean prolonged =
        collection
                .updateOne(
                    and(eq("_id", name), or(eq("holder", holder), lt("until", Date.from(now)))),
                    combine(set("holder", holder), set("until", until)))
                .getMatchedCount()
            > 0;
    return prolonged || first(name, until);
  }

  private boolean first(String name, Date until) {
    try {
      collection.insertOne(
          new Document("_id", name).append("holder", holder).append("until", until));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  public void release(String name) {
    collection.deleteOne(and(eq("_id", name), eq("holder", holder)));
  }
}
