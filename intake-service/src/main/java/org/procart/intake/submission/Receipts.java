package org.procart.intake.submission;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.Objects;
import org.bson.Document;

/** Who has which receipt. A name is claimed before the report is stored, and never given again. */
class Receipts {

  private static final int ATTEMPTS = 1_000;

  private final MongoCollection<Document> receipts;
  private final int symbols;

  Receipts(MongoCollection<Document> receipts) {
    this(receipts, ReceiptName.SYMBOLS);
  }

  Receipts(MongoCollection<Document> receipts, int symbols) {
    this.receipts = receipts;
    this.symbols = symbols;
  }

  /** The same report always gets the same receipt, another one never. */
  String claim(Candidate candidate) {
    String eventId = candidate.identity().eventId();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String receipt = ReceiptName.of(eventId, attempt, symbols);
      if (isOurs(receipt, eventId) || claimed(receipt, candidate)) {
        return receipt;
      }
    }
    throw new IllegalStateException("No receipt is free");
  }

  private boolean claimed(String receipt, Candidate candidate) {
    Origin origin = candidate.origin();
    try {
      receipts.insertOne(
          new Document("_id", receipt)
              .append("eventId", candidate.identity().eventId())
              .append("identity", candidate.identity().hash())
              .append("patientId", origin.patientId())
              .append("siteId", origin.siteId())
              .append("sender", candidate.delivery().caller().subject()));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return isOurs(receipt, candidate.identity().eventId());
      }
      throw e;
    }
  }

  private boolean isOurs(String receipt, String eventId) {
    Document claimed = receipts.find(eq("_id", receipt)).first();
    return claimed != null && Objects.equals(claimed.getString("eventId"), eventId);
  }
}
