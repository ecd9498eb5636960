package org.procart.intake.status;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.procart.intake.submission.WhenPublished;
import org.procart.schemas.SubmissionReceived;

/** Published reports of which no score is known yet: open work only. */
class AwaitedScores implements WhenPublished {

  private final MongoCollection<Document> awaited;
  private final Progress progress;

  AwaitedScores(MongoCollection<Document> awaited, Progress progress) {
    this.awaited = awaited;
    this.progress = progress;
  }

  /**
   * @param since when it was published last
   * @param republished how often it was published again
   */
  record Awaited(String receipt, String documentId, Instant since, int republished) {}

  /** The score may be here before the news of the publication. */
  @Override
  public void published(String documentId, SubmissionReceived event) {
    String receipt = Objects.requireNonNull(event.getCorrelationId());
    if (progress.of(receipt).scoredAt() == null) {
      awaited.replaceOne(
          eq("_id", receipt),
          new Document("_id", receipt)
              .append("document", documentId)
              .append("since", Date.from(event.getReceivedAt()))
              .append("republished", 0),
          new ReplaceOptions().upsert(true));
    }
  }

  void done(String receipt) {
    awaited.deleteOne(eq("_id", receipt));
  }

  List<Awaited> since(Instant before) {
    List<Awaited> overdue = new ArrayList<>();
    for (Document document : awaited.find()) {
      Awaited each = awaited(document);
      if (each.since().isBefore(before)) {
        overdue.add(each);
      }
    }
    return overdue;
  }

  /**
   * Counted before it is done, so that a crash cannot make it endless. False: not ours any more.
   */
  boolean countRepublication(Awaited before, Instant now) {
    return awaited
            .updateOne(
                and(eq("_id", before.receipt()), eq("republished", before.republished())),
                Updates.combine(
                    Updates.set("republished", before.republished() + 1),
                    Updates.set("since", Date.from(now))))
            .getModifiedCount()
        > 0;
  }

  private static Awaited awaited(Document document) {
    return new Awaited(
        Objects.requireNonNull(document.getString("_id")),
        Objects.requireNonNull(document.getString("document")),
        Objects.requireNonNull(document.getDate("since")).toInstant(),
        Objects.requireNonNull(document.getInteger("republished")));
  }
}
