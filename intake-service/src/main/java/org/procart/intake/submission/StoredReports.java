package org.procart.intake.submission;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.SubmissionReceived;

/** What others may know of stored reports. */
public class StoredReports {

  private final MongoCollection<Document> receipts;
  private final Reports reports;
  private final Postponed postponed;

  StoredReports(MongoCollection<Document> receipts, Reports reports, Postponed postponed) {
    this.receipts = receipts;
    this.reports = reports;
    this.postponed = postponed;
  }

  /**
   * @param patientId null: no patient is known
   * @param sender subject of the token that sent it
   * @param supersededBy receipt of the version that replaced it; null: it counts
   * @param advice null: not known yet
   */
  public record StoredReport(
      String receipt,
      @Nullable String patientId,
      @Nullable String siteId,
      String sender,
      Instant receivedAt,
      @Nullable String supersededBy,
      @Nullable GivenAdvice advice) {}

  /** Which words the sender was told. */
  public record GivenAdvice(String level, String language, String version) {}

  /** An event as it was published. */
  public record Announcement(String topic, String key, SubmissionReceived event) {}

  /**
   * @param typed as somebody typed it
   */
  public Optional<StoredReport> byReceipt(String typed) {
    return ReceiptName.parse(typed)
        .map(receipt -> receipts.find(eq("_id", receipt)).first())
        .flatMap(this::report);
  }

  public Optional<Announcement> announcement(String documentId) {
    return reports.find(documentId).flatMap(this::announcement);
  }

  private Optional<StoredReport> report(Document claim) {
    String receipt = ReportDocument.text(claim, "_id");
    List<Document> versions = reports.documents(ReportDocument.text(claim, "identity"));
    return versions.stream()
        .filter(version -> ReportDocument.text(version, "receipt").equals(receipt))
        .findFirst()
        .map(
            version ->
                new StoredReport(
                    receipt,
                    version.getString("patientId"),
                    version.getString("siteId"),
                    ReportDocument.text(version, "sender"),
                    ReportDocument.receivedAt(version),
                    successor(version, versions),
                    advice(version)))
        .or(() -> waiting(claim));
  }

  /** Put off because of its sender's limit, and to be taken later. */
  private Optional<StoredReport> waiting(Document claim) {
    return postponed
        .waitingSince(ReportDocument.text(claim, "eventId"))
        .map(
            receivedAt ->
                new StoredReport(
                    ReportDocument.text(claim, "_id"),
                    claim.getString("patientId"),
                    claim.getString("siteId"),
                    ReportDocument.text(claim, "sender"),
                    receivedAt,
                    null,
                    null));
  }

  private static @Nullable GivenAdvice advice(Document version) {
    Document advice = version.get("advice", Document.class);
    return advice == null
        ? null
        : new GivenAdvice(
            ReportDocument.text(advice, "level"),
            ReportDocument.text(advice, "language"),
            ReportDocument.text(advice, "version"));
  }

  private static @Nullable String successor(Document version, List<Document> versions) {
    return versions.stream()
        .filter(later -> Objects.equals(later.get("supersedes"), version.get("eventId")))
        .map(later -> ReportDocument.text(later, "receipt"))
        .findFirst()
        .orElse(null);
  }

  private Optional<Announcement> announcement(Document report) {
    return ReportDocument.event(report)
        .map(event -> new Announcement(SubmissionEvents.TOPIC, SubmissionEvents.key(event), event));
  }
}
