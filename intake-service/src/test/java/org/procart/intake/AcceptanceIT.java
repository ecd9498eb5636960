package org.procart.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.schemas.Answer;
import org.procart.schemas.AnswerKind;
import org.procart.schemas.Completeness;
import org.procart.schemas.PatientChanged;
import org.procart.schemas.Reporter;
import org.procart.schemas.SiteChanged;
import org.procart.schemas.SubmissionReceived;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.test.EmbeddedKafkaBroker;

@IntakeTest
class AcceptanceIT {

  @Autowired Clinic clinic;
  @Autowired EmbeddedKafkaBroker broker;
  Topics<SubmissionReceived> submissions;

  @BeforeEach
  void read() {
    submissions = new Topics<>(broker, "pro.submission.v1", SubmissionReceived.class);
  }

  @AfterEach
  void close() {
    submissions.close();
  }

  @Test
  void aReportIsStoredAnsweredAndPublished() {
    // Given
    String patientId = clinic.enrol();

    // When
    Clinic.Answer answer =
        clinic.report(
            patientId,
            TestReports.report(patientId, TestReports.breathless(), TestReports.mildNausea()));

    // Then
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.receipt()).matches("[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2}");
    assertThat(answer.headers()).containsEntry("location", "/submissions/" + answer.receipt());
    assertThat(answer.body().path("advice").path("level").asString()).isEqualTo("URGENT");
    assertThat(answer.body().path("advice").path("text").asString()).isEqualTo("Call now.");
    assertThat(answer.body().path("advice").path("emergencyNumber").asString()).isEqualTo("999");
    SubmissionReceived event =
        submissions.await(each -> answer.receipt().equals(each.getCorrelationId()));
    assertThat(event.getPatientId()).isEqualTo(patientId);
    assertThat(event.getSiteId()).isEqualTo("site-a");
    assertThat(event.getCompleteness()).isEqualTo(Completeness.COMPLETE);
    assertThat(event.getReporter()).isEqualTo(Reporter.PATIENT);
    assertThat(event.getReporterId()).isEqualTo(patientId);
    assertThat(event.getInstrument()).isEqualTo(TestReports.QUESTIONNAIRE);
    assertThat(event.getInstrumentVersion()).isEqualTo("2026.0.0");
    assertThat(event.getZone()).isEqualTo("Europe/London");
    assertThat(event.getCareStatus()).isEqualTo("ACTIVE");
    assertThat(event.getPatientRevision()).isEqualTo(1);
    assertThat(event.getFaults()).isEmpty();
    assertThat(event.getAnswers())
        .extracting(Answer::getLinkId, Answer::getKind, Answer::getOrdinal)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("proctcae-09a-frq", AnswerKind.CODED, 1),
            org.assertj.core.api.Assertions.tuple("proctcae-09b-sev", AnswerKind.CODED, 1),
            org.assertj.core.api.Assertions.tuple("proctcae-19a-sev", AnswerKind.CODED, 4));
    assertThat(submissions.records(event::equals).getFirst().key()).isEqualTo(patientId);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-999999999-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "1899-12-31T23:59:59Z",
        "0001",
      })
  void aTimeThatCannotBeRefusesNoReport(String authored) {
    // Given
    String patientId = clinic.enrol();
    String body =
        TestReports.report(patientId, TestReports.breathless())
            .replace("2026-11-18T09:30:00Z", authored);

    // When
    Clinic.Answer answer = clinic.report(patientId, body);

    // Then
    assertThat(answer.status()).isEqualTo(201);
    assertThat(clinic.report(patientId, body).status()).isEqualTo(200);
    SubmissionReceived event =
        submissions.await(each -> answer.receipt().equals(each.getCorrelationId()));
    assertThat(event.getAuthoredAt()).isEqualTo(event.getReceivedAt());
    assertThat(event.getTimeQuality().getAuthoredAsSent()).isEqualTo(authored);
    assertThat(event.getTimeQuality().getAssumptions()).containsExactly("AUTHORED_UNREADABLE");
  }

  @Test
  void aDeviceClockThatCannotBeRefusesNoReport() {
    // Given
    String patientId = clinic.enrol();

    // When
    Clinic.Answer answer =
        clinic.post(
            "/fhir/QuestionnaireResponse",
            Parts.TOKENS.patient(patientId),
            TestReports.report(patientId),
            "Client-Time",
            "+999999999-12-31T23:59:59Z");

    // Then
    assertThat(answer.status()).isEqualTo(201);
    SubmissionReceived event =
        submissions.await(each -> answer.receipt().equals(each.getCorrelationId()));
    assertThat(event.getTimeQuality().getClockOffsetMillis()).isNull();
  }

  @Test
  void aFormSentBlankIsTakenAndScoredButIsNotDone() {
    // Given
    String patientId = clinic.enrol();
    String blank = TestReports.report(patientId).replaceFirst("\"item\":.*", "\"item\":[]}");

    // When
    Clinic.Answer answer = clinic.report(patientId, blank);

    // Then
    assertThat(answer.status()).isEqualTo(201);
    SubmissionReceived event =
        submissions.await(each -> answer.receipt().equals(each.getCorrelationId()));
    assertThat(event.getCompleteness()).isEqualTo(Completeness.PARTIAL);
    assertThat(event.getAnswers()).isEmpty();
  }

  @Test
  void aHundredSendsOfOneReportAtOnceAreOneEventAndOneReceipt() throws Exception {
    // Given
    String patientId = clinic.enrol();
    String body = TestReports.report(patientId, TestReports.breathless());

    // When
    List<Clinic.Answer> answers;
    try (ExecutorService phones = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Clinic.Answer> send = () -> clinic.report(patientId, body);
      List<Future<Clinic.Answer>> sent =
          phones.invokeAll(Stream.generate(() -> send).limit(100).toList());
      answers = sent.stream().map(Future::resultNow).toList();
    }

    // Then
    assertThat(answers).extracting(Clinic.Answer::receipt).doesNotContain("").hasSize(100);
    assertThat(answers.stream().map(Clinic.Answer::receipt).distinct()).hasSize(1);
    assertThat(answers.stream().filter(each -> each.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(each -> each.status() == 200)).hasSize(99);
    assertThat(clinic.report(patientId, body).status()).isEqualTo(200);
    submissions.await(each -> patientId.equals(each.getPatientId()));
    // A later report is on the topic, so whatever the hundred made is there too.
    String last = clinic.report(patientId, TestReports.report(patientId)).receipt();
    submissions.await(each -> last.equals(each.getCorrelationId()));
    assertThat(submissions.all(each -> patientId.equals(each.getPatientId()))).hasSize(2);
  }

  @Test
  void sitesAndPatientsArePublishedWithARevisionPerChange() {
    // Given
    String patientId = clinic.enrol();

    // When
    Clinic.Answer changed = clinic.enrol(patientId, Clinic.SITE, "IN_HOSPITAL", true);

    // Then
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.headers()).containsEntry("etag", "\"2\"");
    try (Topics<PatientChanged> patients =
            new Topics<>(broker, "pro.patient.v1", PatientChanged.class);
        Topics<SiteChanged> sites = new Topics<>(broker, "pro.site.v1", SiteChanged.class)) {
      PatientChanged second =
          patients.await(each -> patientId.equals(each.getPatientId()) && each.getRevision() == 2);
      assertThat(second.getStatus()).isEqualTo("IN_HOSPITAL");
      assertThat(second.getZoneId()).isEqualTo("Europe/London");
      assertThat(second.getCarers()).hasSize(2);
      SiteChanged site = sites.await(each -> Clinic.SITE.equals(each.getSiteId()));
      assertThat(site.getStaffedHours()).hasSize(1);
      assertThat(site.getEmergencyNumber()).isEqualTo("999");
    }
    assertThat(
            clinic
                .get("/patients/" + patientId, Parts.TOKENS.siteAdmin(Clinic.SITE))
                .body()
                .path("status")
                .asString())
        .isEqualTo("IN_HOSPITAL");
  }

  @Test
  void theReceiptTellsWhatBecameOfTheReport() {
    // Given
    String patientId = clinic.enrol();
    String receipt =
        clinic.report(patientId, TestReports.report(patientId, TestReports.breathless())).receipt();

    // When
    Clinic.Answer status =
        clinic.get("/submissions/" + receipt.toLowerCase(), Parts.TOKENS.patient(patientId));

    // Then
    assertThat(status.status()).isEqualTo(200);
    assertThat(status.body().path("receipt").asString()).isEqualTo(receipt);
    assertThat(status.body().path("state").asString()).isEqualTo("RECEIVED");
    assertThat(status.body().path("advice").path("level").asString()).isEqualTo("URGENT");
    assertThat(status.body().path("advice").path("language").asString()).isEqualTo("en");
    assertThat(clinic.get("/submissions/" + receipt, Parts.TOKENS.patient("p-other")).status())
        .isEqualTo(404);
  }
}
