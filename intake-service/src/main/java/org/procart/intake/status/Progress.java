package org.procart.intake.status;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.procart.intake.submission.ReportState;

/**
 * When a report was scored and when a person saw it. One document a step, only ever inserted and
 * read by id: the collection grows for ever, and an update with a condition would search all of it
 * in a store that uses an index only for its own key.
 */
class Progress {

  private static final String SCORED = ":scored";
  private static final String SEEN = ":seen";

  private final MongoCollection<Document> progress;

  Progress(MongoCollection<Document> progress) {
    this.progress = progress;
  }

  /** Null: not yet. */
  record Steps(@Nullable Instant scoredAt, @Nullable Instant seenAt) {

    ReportState state() {
      if (seenAt != null) {
        return ReportState.SEEN;
      }
      return scoredAt == null ? ReportState.RECEIVED : ReportState.SCORED;
    }
  }

  Steps of(String receipt) {
    Map<String, Instant> steps = new HashMap<>();
    progress
        .find(in("_id", List.of(receipt + SCORED, receipt + SEEN)))
        .forEach(
            step ->
                steps.put(
                    Objects.requireNonNull(step.getString("_id")),
                    Objects.requireNonNull(step.getDate("at")).toInstant()));
    return new Steps(steps.get(receipt + SCORED), steps.get(receipt + SEEN));
  }

  /** False: it was scored before. */
  boolean scored(String receipt, Instant at) {
    return first(receipt + SCORED, at);
  }

  /** False: somebody saw it before. */
  boolean seen(String receipt, Instant at) {
    return first(receipt + SEEN, at);
  }

  private boolean first(String step, Instant at) {
    try {
      progress.insertOne(new Document("_id", step).append("at", Date.from(at)));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }
}
