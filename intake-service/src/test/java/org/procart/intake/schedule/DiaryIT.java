package org.procart.intake.schedule;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.procart.intake.IntakeTest;
import org.procart.schemas.Completeness;
import org.procart.schemas.Reporter;
import org.procart.schemas.Route;
import org.procart.schemas.SubmissionReceived;
import org.procart.schemas.TimeQuality;
import org.springframework.beans.factory.annotation.Autowired;

/** That no document of the diary grows without bound, and nothing is lost at the seam. */
@IntakeTest
class DiaryIT {

  private static final Instant OBSERVED = Instant.parse("2026-11-18T09:30:00Z");

  @Autowired MongoDatabase database;

  @Test
  void aFullPartIsFollowedByAnotherAndAllCount() {
    // Given a year with room for one more in its first part
    String patientId = "p-" + UUID.randomUUID();
    MongoCollection<Document> documents = database.getCollection("diary");
    Document entries = new Document();
    for (int i = 0; i < Diary.MOST_ENTRIES - 1; i++) {
      entries.put("before-" + i, entry("R-" + i));
    }
    documents.insertOne(new Document("_id", patientId + "|2026").append("entries", entries));
    Diary diary = new Diary(documents);

    // When
    for (String eventId : List.of("a", "b", "c")) {
      diary.published("any", event(patientId, eventId));
    }
    new Diary(documents).published("any", event(patientId, "a")); // told again after a restart

    // Then
    assertThat(entries(documents, patientId + "|2026")).hasSize(Diary.MOST_ENTRIES);
    assertThat(entries(documents, patientId + "|2026/1").keySet()).contains("b", "c");
    assertThat(documents.find(eq("_id", patientId + "|2026/2")).first()).isNull();
    assertThat(diary.of(patientId, 2024, 2027))
        .extracting(Done::receipt)
        .hasSize(Diary.MOST_ENTRIES + 2)
        .doesNotHaveDuplicates()
        .contains("R-0", "a", "b", "c");
  }

  private static Document entries(MongoCollection<Document> documents, String id) {
    return Objects.requireNonNull(documents.find(eq("_id", id)).first())
        .get("entries", Document.class);
  }

  private static Document entry(String receipt) {
    return new Document("questionnaire", "urn:daily")
        .append("observedAt", Date.from(OBSERVED))
        .append("receipt", receipt)
        .append("reporter", "PATIENT")
        .append("completeness", "COMPLETE")
        .append("status", "completed");
  }

  private static SubmissionReceived event(String patientId, String eventId) {
    return SubmissionReceived.newBuilder()
        .setEventId(eventId)
        .setOccurredAt(OBSERVED)
        .setPatientId(patientId)
        .setSiteId("site-a")
        .setCorrelationId(eventId)
        .setSynthetic(false)
        .setInstrument("urn:daily")
        .setInstrumentVersion("1")
        .setReportStatus("completed")
        .setCompleteness(Completeness.COMPLETE)
        .setReporter(Reporter.PATIENT)
        .setReporterId(patientId)
        .setAuthoredAt(OBSERVED)
        .setReceivedAt(OBSERVED)
        .setTimeQuality(
            TimeQuality.newBuilder()
                .setAuthoredAsSent(null)
                .setAssumptions(List.of())
                .setClockOffsetMillis(null)
                .build())
        .setZone("UTC")
        .setSupersedes(null)
        .setFreeTextPresent(false)
        .setRoute(Route.DIRECT)
        .setFaults(List.of())
        .setAnswers(List.of())
        .build();
  }
}
