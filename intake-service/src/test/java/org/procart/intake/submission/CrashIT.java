package org.procart.intake.submission;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.chassis.security.Caller;
import org.procart.intake.Clinic;
import org.procart.intake.IntakeTest;
import org.procart.intake.Parts;
import org.procart.intake.TestReports;
import org.procart.intake.Topics;
import org.procart.intake.questionnaire.Instruments;
import org.procart.intake.report.Revision;
import org.procart.intake.submission.Delivery.Route;
import org.procart.schemas.AlarmState;
import org.procart.schemas.OperationsAlarm;
import org.procart.schemas.SubmissionReceived;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.test.EmbeddedKafkaBroker;

/** What a kill between any two writes leaves behind, and that it is gone on with. */
@IntakeTest
class CrashIT {

  @Autowired Clinic clinic;
  @Autowired EmbeddedKafkaBroker broker;
  @Autowired MongoDatabase database;
  @Autowired Instruments instruments;
  @Autowired Origins origins;
  @Autowired Reports reports;
  @Autowired Postponed postponed;
  @Autowired OpenWork openWork;
  @Autowired Clock clock;

  @Test
  void killedAfterTheReceiptTheResendGetsTheSameReceipt() {
    // Given
    String patientId = clinic.enrol();
    String body = TestReports.report(patientId, TestReports.breathless());
    Candidate candidate = new Assessment(instruments, origins).of(delivery(patientId, body));
    String claimed =
        new Receipts(database.getCollection("receipts"))
            .claim(candidate.identity(), candidate.origin(), patientId);

    // When
    Clinic.Answer resend = clinic.report(patientId, body);

    // Then
    assertThat(resend.status()).isEqualTo(201);
    assertThat(resend.receipt()).isEqualTo(claimed);
  }

  @Test
  void killedAfterStoringTheReportIsPublishedByItselfAndOnceForAll() {
    // Given
    String patientId = clinic.enrol();
    String body = TestReports.report(patientId, TestReports.breathless());
    Accepted accepted = stored(patientId, body);

    // When
    Clinic.Answer resend = clinic.report(patientId, body);

    // Then
    assertThat(resend.status()).isEqualTo(200);
    assertThat(resend.receipt()).isEqualTo(accepted.receipt());
    try (Topics<SubmissionReceived> submissions =
        new Topics<>(broker, "pro.submission.v1", SubmissionReceived.class)) {
      submissions.await(each -> resend.receipt().equals(each.getCorrelationId()));
    }
    awaitArchived(accepted.documentId());
  }

  @Test
  void killedAfterPublishingTheReportStillMovesOn() {
    // Given
    String patientId = clinic.enrol();
    Accepted accepted = stored(patientId, TestReports.report(patientId, TestReports.breathless()));
    database
        .getCollection("inbox")
        .updateOne(eq("_id", accepted.documentId()), set(OutboxEntry.FIELD, List.of()));

    // When
    openWork.goOn();

    // Then
    awaitArchived(accepted.documentId());
    Document year = database.getCollection("diary").find(eq("_id", patientId + "|2026")).first();
    assertThat(year).isNotNull();
    assertThat(year.get("entries", Document.class).keySet())
        .containsExactly(accepted.candidate().identity().eventId());
  }

  @Test
  void killedBetweenArchiveAndInboxTheReportIsStillOne() {
    // Given
    String patientId = clinic.enrol();
    String body = TestReports.report(patientId, TestReports.breathless());
    Accepted accepted = stored(patientId, body);
    Document copy = database.getCollection("inbox").find(eq("_id", accepted.documentId())).first();
    assertThat(copy).isNotNull();
    database.getCollection("reports").insertOne(copy);
    database
        .getCollection("inbox")
        .updateOne(eq("_id", accepted.documentId()), set(OutboxEntry.FIELD, List.of()));

    // When
    openWork.goOn();

    // Then
    awaitArchived(accepted.documentId());
    assertThat(clinic.report(patientId, body).status()).isEqualTo(200);
  }

  @Test
  void whoDecidedBeforeTheReportMovedOnDoesNotStoreItTwice() {
    // Given
    String patientId = clinic.enrol();
    String body = TestReports.report(patientId, TestReports.breathless());
    Clinic.Answer first = clinic.report(patientId, body);
    Document late = document(accepted(patientId, body, first.receipt()));
    awaitArchived(late.getString("_id"));

    // When
    boolean stored = reports.insert(late);

    // Then
    assertThat(stored).isFalse();
    assertThat(database.getCollection("inbox").find(eq("_id", late.get("_id"))).first()).isNull();
  }

  @Test
  void aPostponedReportIsTakenWithoutAResend() {
    // Given
    String patientId = clinic.enrol();
    Delivery delivery =
        delivery(patientId, TestReports.report(patientId, TestReports.breathless()));
    Candidate candidate = new Assessment(instruments, origins).of(delivery);
    String receipt =
        new Receipts(database.getCollection("receipts"))
            .claim(candidate.identity(), candidate.origin(), patientId);
    postponed.add(candidate.identity().eventId(), delivery);
    assertThat(state(patientId, receipt)).isEqualTo("RECEIVED");
    database
        .getCollection("postponed")
        .updateOne(
            eq("_id", candidate.identity().eventId()),
            set("receivedAt", Date.from(Instant.now().minusSeconds(61))));

    // When
    openWork.goOn();

    // Then
    try (Topics<SubmissionReceived> submissions =
        new Topics<>(broker, "pro.submission.v1", SubmissionReceived.class)) {
      submissions.await(each -> receipt.equals(each.getCorrelationId()));
    }
    assertThat(postponed.waitingSince(candidate.identity().eventId())).isEmpty();
  }

  @Test
  void whatIsStuckStopsNothingElseAndAPersonIsToldOnce() {
    // Given what nobody can read, before a report and a delivery that are good
    String patientId = clinic.enrol();
    database
        .getCollection("inbox")
        .insertOne(
            new Document("_id", "!stuck")
                .append(OutboxEntry.FIELD, List.of())
                .append("event", new Binary(new byte[] {1})));
    database
        .getCollection("postponed")
        .insertOne(new Document("_id", "!stuck").append("receivedAt", new Date(0)));
    Accepted accepted = stored(patientId, TestReports.report(patientId, TestReports.breathless()));
    database
        .getCollection("inbox")
        .updateOne(eq("_id", accepted.documentId()), set(OutboxEntry.FIELD, List.of()));
    Delivery delivery = delivery(patientId, TestReports.report(patientId));
    postponed.add("waits", delivery);
    database
        .getCollection("postponed")
        .updateOne(
            eq("_id", "waits"), set("receivedAt", Date.from(Instant.now().minusSeconds(61))));

    try (Topics<OperationsAlarm> alarms =
        new Topics<>(broker, "pro.operations.v1", OperationsAlarm.class)) {
      // When
      try {
        openWork.goOn();
        openWork.goOn();

        // Then
        awaitArchived(accepted.documentId());
        assertThat(postponed.waitingSince("waits")).isEmpty();
        alarms.await(each -> stuck(each, AlarmState.RAISED));
      } finally {
        for (String place : List.of("inbox", "reports", "postponed")) {
          database.getCollection(place).deleteOne(eq("_id", "!stuck"));
        }
      }
      openWork.goOn();
      alarms.await(each -> stuck(each, AlarmState.CLEARED));
      assertThat(alarms.all(each -> stuck(each, AlarmState.RAISED))).hasSize(1);
    }
  }

  @Test
  void aListenerThatFailsStopsNoOtherAndIsToldAgain() {
    // Given
    String patientId = clinic.enrol();
    Candidate candidate =
        new Assessment(instruments, origins)
            .of(delivery(patientId, TestReports.report(patientId, TestReports.breathless())));
    Accepted accepted = Accepted.of(candidate, new Revision.Next(0, null), "RCPT-LIST-EN");
    Document report = ReportDocument.of(accepted, SubmissionEvents.event(accepted));
    MongoCollection<Document> inbox = database.getCollection("inbox_of_listeners");
    inbox.insertOne(report);
    Reports apart = new Reports(inbox, database.getCollection("reports_of_listeners"));
    List<String> told = new ArrayList<>();
    AtomicBoolean fails = new AtomicBoolean(true);
    Archivist archivist =
        new Archivist(
            apart,
            List.of(
                (documentId, event) -> {
                  if (fails.get()) {
                    throw new IllegalStateException("the first listener fails");
                  }
                  told.add("first");
                },
                (documentId, event) -> told.add("second")));

    // When
    boolean movedOn = archivist.archive(accepted.documentId());

    // Then
    assertThat(movedOn).isFalse();
    assertThat(told).containsExactly("second");
    assertThat(apart.leftBehind()).containsExactly(accepted.documentId());
    fails.set(false);
    assertThat(archivist.archive(accepted.documentId())).isTrue();
    assertThat(told).containsExactly("second", "first", "second");
    assertThat(apart.leftBehind()).isEmpty();
  }

  private static boolean stuck(OperationsAlarm alarm, AlarmState state) {
    return alarm.getCode().equals("OPEN_WORK_STUCK") && alarm.getState() == state;
  }

  private String state(String patientId, String receipt) {
    return clinic
        .get("/submissions/" + receipt, Parts.TOKENS.patient(patientId))
        .body()
        .path("state")
        .asString();
  }

  private void awaitArchived(String documentId) {
    await()
        .atMost(Duration.ofSeconds(25))
        .untilAsserted(
            () -> {
              assertThat(database.getCollection("reports").find(eq("_id", documentId)).first())
                  .isNotNull();
              assertThat(database.getCollection("inbox").find(eq("_id", documentId)).first())
                  .isNull();
            });
  }

  /** Stored as the service does it, and nothing after. */
  private Accepted stored(String patientId, String body) {
    Candidate candidate = new Assessment(instruments, origins).of(delivery(patientId, body));
    String receipt =
        new Receipts(database.getCollection("receipts"))
            .claim(candidate.identity(), candidate.origin(), patientId);
    Accepted accepted = Accepted.of(candidate, new Revision.Next(0, null), receipt);
    assertThat(reports.insert(document(accepted))).isTrue();
    return accepted;
  }

  private Accepted accepted(String patientId, String body, String receipt) {
    Candidate candidate = new Assessment(instruments, origins).of(delivery(patientId, body));
    return Accepted.of(candidate, new Revision.Next(0, null), receipt);
  }

  private Document document(Accepted accepted) {
    SubmissionReceived event = SubmissionEvents.event(accepted);
    Document document = ReportDocument.of(accepted, event);
    document.put(
        OutboxEntry.FIELD,
        List.of(
            OutboxEntry.of(
                    SubmissionEvents.TOPIC, SubmissionEvents.key(event), event, clock.instant())
                .toBson()));
    return document;
  }

  private Delivery delivery(String patientId, String body) {
    return new Delivery(
        new Caller(patientId, Set.of("patient"), Set.of(), patientId, Set.of()),
        Route.DIRECT,
        body.getBytes(StandardCharsets.UTF_8),
        true,
        null,
        null,
        Instant.now());
  }
}
