package org.procart.notification.receipt;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.procart.notification.channel.ReceiptListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Matches delivery receipts with messages. A receipt may be faster than our record of the message
 * id: each side writes its half and then looks for the other's, so one of them sees both.
 */
@Component
public class Receipts implements ReceiptListener {

  private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);

  private static final Duration LEFT_LYING = Duration.ofSeconds(10);
  private static final Duration WAITS = Duration.ofHours(1);
  private static final Duration KNOWN = Duration.ofDays(7);
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final FindOneAndUpdateOptions UPSERTED =
      new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
  private static final String ID = "_id";
  private static final String OWNER = "owner";
  private static final String OF = "of";
  private static final String DELIVERED = "delivered";
  private static final String WHOLE = "whole";
  private static final String ARRIVED = "arrived";

  private final MongoCollection<Document> messages;
  private final MongoCollection<Document> parts;
  private final MongoCollection<Document> waiting;
  private final ObjectProvider<ReceiptOwner> owners;
  private final Clock clock;

  public Receipts(MongoDatabase database, ObjectProvider<ReceiptOwner> owners, Clock clock) {
    this.messages = database.getCollection("sms_messages");
    this.parts = database.getCollection("sms_parts");
    this.waiting = database.getCollection("sms_receipts_waiting");
    this.owners = owners;
    this.clock = clock;
  }

  @Override
  public void onReceipt(String providerId, Receipt receipt) {
    waiting.replaceOne(
        eq(ID, providerId),
        new Document(ID, providerId)
            .append(DELIVERED, receipt.delivered())
            .append("reason", receipt.reason())
            .append("at", Date.from(clock.instant())),
        UPSERT);
    matchOne(providerId);
  }

  /**
   * Notes whose a message is; {@link #match} afterwards, when the owner has noted the sending too.
   *
   * @param providerId of the message, or of its parts with spaces between
   * @param of what the owner knows them by; several where one message tells of several
   */
  public void sent(String owner, String providerId, List<String> of) {
    for (String part : parts(providerId)) {
      messages.replaceOne(
          eq(ID, part),
          new Document(ID, part)
              .append(OWNER, owner)
              .append(OF, of)
              .append(WHOLE, providerId)
              .append("at", Date.from(clock.instant())),
          UPSERT);
    }
  }

  /** Brings message id and receipt together when both are there. */
  public void match(String providerId) {
    parts(providerId).forEach(this::matchOne);
  }

  /** What was left lying between storing it and telling its owner. */
  @Scheduled(fixedDelayString = "${procart.notification.receipt-sweep:10s}")
  void matchLeftLying() {
    waiting
        .find(lt("at", Date.from(clock.instant().minus(LEFT_LYING))))
        .map(each -> each.get(ID, ""))
        .into(new ArrayList<>())
        .forEach(this::matchSafely);
  }

  /** One that cannot be told holds no other back. */
  private void matchSafely(String id) {
    try {
      matchOne(id);
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("fault", e.getClass().getName())
          .log("A receipt could not be told; it is tried again");
    }
  }

  private void matchOne(String id) {
    Optional<Document> message = find(messages, id);
    Optional<Document> receipt = find(waiting, id);
    if (message.isPresent() && receipt.isPresent()) {
      tell(message.get(), receipt(receipt.get()));
      // Only what was told: another one may have come meanwhile.
      waiting.deleteOne(
          and(eq(ID, id), eq("at", receipt.get().get("at")), eq(DELIVERED, told(receipt.get()))));
    }
  }

  private void tell(Document message, Receipt receipt) {
    if (!receipt.delivered() || allArrived(message)) {
      ReceiptOwner owner = owner(message.get(OWNER, ""));
      message.getList(OF, String.class, List.of()).forEach(of -> owner.receipt(of, receipt));
    }
  }

  /** A text that went in parts is delivered with the last of them. */
  private boolean allArrived(Document message) {
    String whole = message.get(WHOLE, "");
    int count = parts(whole).size();
    if (count == 1) {
      return true;
    }
    Document now =
        parts.findOneAndUpdate(
            eq(ID, whole),
            combine(addToSet(ARRIVED, message.get(ID, "")), set("at", Date.from(clock.instant()))),
            UPSERTED);
    return Objects.requireNonNull(now).getList(ARRIVED, String.class, List.of()).size() == count;
  }

  /** Forgets receipts that nobody asked for, and messages of which no more is heard. */
  public void clean(Instant now) {
    waiting.deleteMany(lt("at", Date.from(now.minus(WAITS))));
    messages.deleteMany(lt("at", Date.from(now.minus(KNOWN))));
    parts.deleteMany(lt("at", Date.from(now.minus(KNOWN))));
  }

  private ReceiptOwner owner(String name) {
    return owners.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> parts(String providerId) {
    return List.of(providerId.split(" "));
  }

  private static Receipt receipt(Document document) {
    return new Receipt(told(document), document.get("reason", ""));
  }

  private static boolean told(Document receipt) {
    return receipt.get(DELIVERED, false);
  }

  private static Optional<Document> find(MongoCollection<Document> collection, String id) {
    return Optional.ofNullable(collection.find(eq(ID, id)).first());
  }
}
