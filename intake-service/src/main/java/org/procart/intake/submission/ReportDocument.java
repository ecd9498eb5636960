package org.procart.intake.submission;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.intake.advice.Advice;
import org.procart.intake.answer.Fault;
import org.procart.intake.report.Completeness;
import org.procart.intake.report.ReportStatus;
import org.procart.intake.report.Version;
import org.procart.schemas.SubmissionReceived;
import org.procart.schemas.catalogue.Catalogue;
import org.procart.schemas.event.StoredEvent;

/** How a report lies in the store: the body as it came, and what was decided about it. */
final class ReportDocument {

  private static final Catalogue CATALOGUE = Catalogue.load();

  private ReportDocument() {}

  /**
   * @param event kept beside the outbox, to be published again when no score comes
   */
  static Document of(Accepted accepted, @Nullable SubmissionReceived event) {
    Candidate candidate = accepted.candidate();
    Delivery delivery = candidate.delivery();
    Version version = accepted.version();
    Document document =
        new Document("_id", accepted.documentId())
            .append("number", version.number())
            .append("content", version.content())
            .append("eventId", version.eventId())
            .append("receipt", version.receipt())
            .append("status", version.status() == null ? null : version.status().name())
            .append("completeness", version.completeness().name())
            .append("current", version.current())
            .append("supersedes", version.supersedes())
            .append("httpStatus", version.httpStatus())
            .append("patientId", candidate.origin().patientId())
            .append("claimed", candidate.origin().claimed())
            .append("siteId", candidate.origin().siteId())
            .append("sender", delivery.caller().subject())
            .append("route", delivery.route().name())
            .append("idempotencyKey", delivery.idempotencyKey())
            .append("clientTime", delivery.clientTime())
            .append("receivedAt", Date.from(delivery.receivedAt()))
            .append("advice", advice(candidate.advice()))
            .append("faults", candidate.faults().stream().map(ReportDocument::fault).toList())
            .append("body", new Binary(delivery.body()));
    if (event != null) {
      document.append("event", new Binary(StoredEvent.encode(event)));
    }
    return document.append(OutboxEntry.FIELD, List.of());
  }

  static Version version(Document document) {
    return new Version(
        Objects.requireNonNull(document.getInteger("number")),
        text(document, "content"),
        text(document, "eventId"),
        text(document, "receipt"),
        receivedAt(document),
        Optional.ofNullable(document.getString("status")).map(ReportStatus::valueOf).orElse(null),
        Completeness.valueOf(text(document, "completeness")),
        document.getBoolean("current", false),
        document.getString("supersedes"),
        Objects.requireNonNull(document.getInteger("httpStatus")));
  }

  static Optional<SubmissionReceived> event(Document document) {
    return Optional.ofNullable(document.get("event", Binary.class))
        .map(Binary::getData)
        .map(
            bytes ->
                (SubmissionReceived) StoredEvent.decode(CATALOGUE, SubmissionEvents.TOPIC, bytes));
  }

  static Instant receivedAt(Document document) {
    return Objects.requireNonNull(document.getDate("receivedAt")).toInstant();
  }

  static String text(Document document, String field) {
    return Objects.requireNonNull(document.getString(field), field);
  }

  /** What the sender was told, and in which words. */
  private static Document advice(Advice advice) {
    return new Document("level", advice.level().name())
        .append("language", advice.language())
        .append("version", advice.version());
  }

  private static Document fault(Fault fault) {
    return new Document("code", fault.code())
        .append("location", fault.location())
        .append("message", fault.message());
  }
}
