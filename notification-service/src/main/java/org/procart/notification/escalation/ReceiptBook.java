package org.procart.notification.escalation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.procart.notification.channel.ReceiptListener;
import org.springframework.stereotype.Component;

/**
 * Matches delivery receipts with attempts. A receipt may be faster than our record of the message
 * id: each side writes its half and then looks for the other's, so one of them sees both.
 */
@Component
class ReceiptBook implements ReceiptListener {

  private static final Duration WAITS = Duration.ofHours(1);
  private static final Duration KNOWN = Duration.ofDays(7);
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> messages;
  private final MongoCollection<Document> waiting;
  private final Escalations escalations;
  private final Wake wake;
  private final Clock clock;

  ReceiptBook(MongoDatabase database, Escalations escalations, Wake wake, Clock clock) {
    this.messages = database.getCollection("sms_messages");
    this.waiting = database.getCollection("sms_receipts_waiting");
    this.escalations = escalations;
    this.wake = wake;
    this.clock = clock;
  }

  @Override
  public void onReceipt(String providerId, Receipt receipt) {
    waiting.replaceOne(
        eq("_id", providerId),
        new Document("_id", providerId)
            .append("delivered", receipt.delivered())
            .append("reason", receipt.reason())
            .append("at", Date.from(clock.instant())),
        UPSERT);
    match(providerId);
  }

  /** Notes which attempt a message id belongs to. */
  void sent(String providerId, String escalationId, String attemptId) {
    messages.replaceOne(
        eq("_id", providerId),
        new Document("_id", providerId)
            .append("escalationId", escalationId)
            .append("attemptId", attemptId)
            .append("at", Date.from(clock.instant())),
        UPSERT);
  }

  /** Brings message id and receipt together when both are there. */
  void match(String providerId) {
    Optional<Document> message = find(messages, providerId);
    Optional<Document> receipt = find(waiting, providerId);
    if (message.isPresent() && receipt.isPresent()) {
      String escalationId = message.get().get("escalationId", "");
      escalations.receipt(escalationId, message.get().get("attemptId", ""), receipt(receipt.get()));
      waiting.deleteOne(eq("_id", providerId));
      wake.soon(escalationId);
    }
  }

  void clean(Instant now) {
    waiting.deleteMany(lt("at", Date.from(now.minus(WAITS))));
    messages.deleteMany(lt("at", Date.from(now.minus(KNOWN))));
  }

  private static Receipt receipt(Document document) {
    return new Receipt(document.get("delivered", false), document.get("reason", ""));
  }

  private static Optional<Document> find(MongoCollection<Document> collection, String id) {
    return Optional.ofNullable(collection.find(eq("_id", id)).first());
  }
}
