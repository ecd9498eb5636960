package org.procart.intake.status;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** When a report was scored and when a person saw it. */
class Progress {

  private final MongoCollection<Document> progress;

  Progress(MongoCollection<Document> progress) {
    this.progress = progress;
  }

  /** Null: not yet. */
  record Steps(@Nullable Instant scoredAt, @Nullable Instant seenAt) {}

  Steps of(String receipt) {
    Document found = progress.find(eq("_id", receipt)).first();
    return found == null
        ? new Steps(null, null)
        : new Steps(instant(found, "scoredAt"), instant(found, "seenAt"));
  }

  /** False: it was scored before. */
  boolean scored(String receipt, Instant at) {
    return first(receipt, "scoredAt", at);
  }

  /** False: somebody saw it before. */
  boolean seen(String receipt, Instant at) {
    return first(receipt, "seenAt", at);
  }

  private boolean first(String receipt, String step, Instant at) {
    try {
      progress.insertOne(new Document("_id", receipt).append(step, Date.from(at)));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
    return progress
            .updateOne(
                and(eq("_id", receipt), exists(step, false)), Updates.set(step, Date.from(at)))
            .getModifiedCount()
        > 0;
  }

  private static @Nullable Instant instant(Document document, String field) {
    return Optional.ofNullable(document.getDate(field)).map(Date::toInstant).orElse(null);
  }
}
