package org.procart.intake.submission;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Binary;
import org.procart.chassis.security.Caller;
import org.procart.intake.submission.Delivery.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports over the limit of their sender: refused for now, and taken later without a resend, since
 * a refusal is never a loss.
 */
class Postponed {

  private static final Logger LOG = LoggerFactory.getLogger(Postponed.class);

  static final Duration FOR = Duration.ofMinutes(1);

  private final MongoCollection<Document> postponed;

  Postponed(MongoCollection<Document> postponed) {
    this.postponed = postponed;
  }

  void add(String eventId, Delivery delivery) {
    Caller caller = delivery.caller();
    Document document =
        new Document("_id", eventId)
            .append("receivedAt", Date.from(delivery.receivedAt()))
            .append("route", delivery.route().name())
            .append("idempotencyKey", delivery.idempotencyKey())
            .append("clientTime", delivery.clientTime())
            .append("mediaTypeGood", delivery.mediaTypeGood())
            .append("body", new Binary(delivery.body()))
            .append("subject", caller.subject())
            .append("roles", List.copyOf(caller.roles()))
            .append("sites", List.copyOf(caller.sites()))
            .append("patientId", caller.patientId())
            .append("patients", List.copyOf(caller.patients()));
    try {
      postponed.insertOne(document);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e; // else it waits already, since its first sending
      }
    }
  }

  Optional<Instant> waitingSince(String eventId) {
    return Optional.ofNullable(postponed.find(eq("_id", eventId)).first())
        .map(ReportDocument::receivedAt);
  }

  /**
   * Hands over what has waited long enough; a report leaves when it was taken.
   *
   * @return how many could not be taken and stay
   */
  int due(Instant now, Consumer<Delivery> taker) {
    int stuck = 0;
    for (Document document : postponed.find()) {
      try {
        due(document, now, taker);
      } catch (RuntimeException e) {
        stuck++;
        LOG.atWarn()
            .addKeyValue("document", document.get("_id"))
            .addKeyValue("exception", e.getClass().getName())
            .log("A postponed report could not be taken; it stays");
      }
    }
    return stuck;
  }

  private void due(Document document, Instant now, Consumer<Delivery> taker) {
    Delivery delivery = delivery(document);
    if (delivery.receivedAt().plus(FOR).isBefore(now)) {
      taker.accept(delivery);
      postponed.deleteOne(eq("_id", document.get("_id")));
    }
  }

  private static Delivery delivery(Document document) {
    Caller caller =
        new Caller(
            Objects.requireNonNull(document.getString("subject")),
            Set.copyOf(document.getList("roles", String.class)),
            Set.copyOf(document.getList("sites", String.class)),
            document.getString("patientId"),
            Set.copyOf(document.getList("patients", String.class)));
    return new Delivery(
        caller,
        Route.valueOf(Objects.requireNonNull(document.getString("route"))),
        Objects.requireNonNull(document.get("body", Binary.class)).getData(),
        document.getBoolean("mediaTypeGood", true),
        document.getString("idempotencyKey"),
        document.getString("clientTime"),
        ReportDocument.receivedAt(document));
  }
}
