package org.procart.intake.submission;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.Objects;
import org.bson.Document;
import org.procart.intake.report.ReportIdentity;

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
  String claim(ReportIdentity identity, Origin origin, String sender) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String receipt = ReceiptName.of(identity.eventId(), attempt, symbols);
      if (claimed(receipt, identity, origin, sender)) {
        return receipt;
      }
    }
    throw new IllegalStateException("No receipt is free");
  }

  private boolean claimed(String receipt, ReportIdentity identity, Origin origin, String sender) {
    try {
      receipts.insertOne(
          new Document("_id", receipt)
              .append("eventId", identity.eventId())
              .append("identity", identity.hash())
              .append("patientId", origin.patientId())
              .append("siteId", origin.siteId())
              .append("sender", sender));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return isOurs(receipt, identity.eventId());
      }
      throw e;
    }
  }

  private boolean isOurs(String receipt, String eventId) {
    Document claimed = receipts.find(eq("_id", receipt)).first();
    return claimed != null && Objects.equals(claimed.getString("eventId"), eventId);
  }
}
