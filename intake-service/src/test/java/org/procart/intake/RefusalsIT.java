package org.procart.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.schemas.Answer;
import org.procart.schemas.Completeness;
import org.procart.schemas.Fault;
import org.procart.schemas.SubmissionReceived;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import tools.jackson.databind.JsonNode;

/**
 * A refusal is never a loss: whatever the status, a receipt, advice, and an event where one is due.
 */
@IntakeTest
@ExtendWith(OutputCaptureExtension.class)
class RefusalsIT {

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

  static Stream<Arguments> bodies() {
    return Stream.of(
        refusal("not JSON", "{\"resourceType\":", 400, Completeness.UNREADABLE, "not-json"),
        refusal("a list", "[]", 400, Completeness.UNREADABLE, "not-an-object"),
        refusal("empty", " ", 400, Completeness.UNREADABLE, "not-an-object"),
        refusal("a name twice", "{\"a\":1,\"a\":2}", 400, Completeness.UNREADABLE, "not-json"),
        refusal(
            "another resource",
            "{\"resourceType\":\"Patient\"}",
            422,
            Completeness.UNREADABLE,
            "wrong-resource-type",
            "questionnaire-missing",
            "status-unknown"),
        refusal(
            "unknown questionnaire",
            TestReports.report("$P", TestReports.breathless())
                .replace("basisscreening", "something-else"),
            422,
            Completeness.UNREADABLE,
            "unknown-questionnaire"),
        refusal(
            "unknown version",
            TestReports.report("$P", TestReports.breathless())
                .replace("basisscreening", "basisscreening|0.1"),
            422,
            Completeness.SALVAGED,
            "unknown-questionnaire-version"),
        refusal(
            "one impossible value beside a severe answer",
            TestReports.report(
                "$P",
                TestReports.breathless(),
                TestReports.item("proctcae-09a-frq", "proctcae-frequency-9")),
            422,
            Completeness.SALVAGED,
            "value-not-in-options"),
        refusal(
            "several faults",
            TestReports.report(
                "$P",
                TestReports.breathless(),
                TestReports.item("proctcae-99x-abc", "proctcae-severity-1"),
                TestReports.item("proctcae-19a-sev", "proctcae-severity-1"),
                "{\"linkId\":\"proctcae-53a-sev\",\"answer\":[{\"valueInteger\":3}]}"),
            422,
            Completeness.SALVAGED,
            "unknown-link-id",
            "repeated-link-id",
            "wrong-answer-type"),
        refusal(
            "no status",
            TestReports.report("$P", TestReports.breathless()).replace("completed", "finished"),
            422,
            Completeness.SALVAGED,
            "status-unknown"),
        refusal(
            "nothing readable",
            TestReports.report("$P", TestReports.item("unheard-of", "x")),
            422,
            Completeness.UNREADABLE,
            "unknown-link-id"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void aBadBodyHasAReceiptAllFaultsAdviceAndAnEvent(
      String name, String body, int status, Completeness completeness, List<String> codes) {
    // Given
    String patientId = clinic.enrol();

    // When
    Clinic.Answer answer = clinic.report(patientId, body.replace("$P", patientId));

    // Then
    assertThat(answer.status()).isEqualTo(status);
    assertOutcome(answer, codes);
    SubmissionReceived event =
        submissions.await(each -> answer.receipt().equals(each.getCorrelationId()));
    assertThat(event.getPatientId()).isEqualTo(patientId);
    assertThat(event.getSiteId()).isEqualTo("site-a");
    assertThat(event.getCompleteness()).isEqualTo(completeness);
    assertThat(event.getFaults())
        .extracting(Fault::getCode)
        .containsExactlyInAnyOrderElementsOf(codes);
    assertThat(event.getAnswers().isEmpty()).isEqualTo(completeness == Completeness.UNREADABLE);
  }

  @Test
  void theSevereAnswerOfASalvagedReportIsPublishedAndAdvised() {
    // Given
    String patientId = clinic.enrol();

    // When
    Clinic.Answer answer =
        clinic.report(
            patientId,
            TestReports.report(
                patientId,
                TestReports.breathless(),
                TestReports.item("proctcae-09a-frq", "proctcae-frequency-9")));

    // Then
    assertThat(advice(answer, "level")).isEqualTo("URGENT");
    SubmissionReceived event =
        submissions.await(each -> answer.receipt().equals(each.getCorrelationId()));
    assertThat(event.getAnswers())
        .extracting(Answer::getLinkId, Answer::getOrdinal)
        .containsExactly(org.assertj.core.api.Assertions.tuple("proctcae-19a-sev", 4));
  }

  @Test
  void theSameBadBodyAgainHasTheSameReceiptAndNoSecondEvent() {
    // Given
    String patientId = clinic.enrol();
    Clinic.Answer first = clinic.report(patientId, "{nonsense");

    // When
    Clinic.Answer again = clinic.report(patientId, "{nonsense");

    // Then
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.receipt()).isEqualTo(first.receipt()).isNotEmpty();
    String last = clinic.report(patientId, TestReports.report(patientId)).receipt();
    submissions.await(each -> last.equals(each.getCorrelationId()));
    assertThat(submissions.all(each -> first.receipt().equals(each.getCorrelationId()))).hasSize(1);
  }

  @Test
  void somebodyElsesPatientIsRefusedKeptAndNotPublishedAsTheirReport() {
    // Given
    String patientId = clinic.enrol();
    String stranger = clinic.enrol();

    // When
    Clinic.Answer answer =
        clinic.post(
            "/fhir/QuestionnaireResponse",
            Parts.TOKENS.patient(stranger),
            TestReports.report(patientId, TestReports.breathless()));

    // Then
    assertThat(answer.status()).isEqualTo(403);
    assertOutcome(answer, List.of("not-your-patient"));
    String last = clinic.report(patientId, TestReports.report(patientId)).receipt();
    submissions.await(each -> last.equals(each.getCorrelationId()));
    assertThat(submissions.all(each -> answer.receipt().equals(each.getCorrelationId()))).isEmpty();
  }

  @Test
  void carersNeedAValidEntryAndFrontEndsTheirSite() {
    // Given
    String patientId = clinic.enrol();
    String body = TestReports.report(patientId, TestReports.mildNausea());

    // Then
    assertThat(send(Parts.TOKENS.carer("carer-1", patientId), body).status()).isEqualTo(201);
    assertThat(send(Parts.TOKENS.carer("carer-past", patientId), body).status()).isEqualTo(403);
    assertThat(send(Parts.TOKENS.carer("carer-none", patientId), body).status()).isEqualTo(403);
    assertThat(send(Parts.TOKENS.carer("carer-1", "p-else"), body).status()).isEqualTo(403);
    assertThat(send(Parts.TOKENS.frontEnd("site-b"), body).status()).isEqualTo(403);
    // The same answers of another reporter are another report.
    assertThat(send(Parts.TOKENS.frontEnd("site-a"), body).status()).isEqualTo(201);
    assertThat(send(Parts.TOKENS.frontEnd("site-a"), body).status()).isEqualTo(200);
    assertThat(send(Parts.TOKENS.operator(), body).status()).isEqualTo(403);
  }

  @Test
  void anUnknownPatientRingsAtTheTokensSiteAndIsTakenOnceEnrolled() {
    // Given
    String patientId = "p-" + UUID.randomUUID();
    String body = TestReports.report(patientId, TestReports.breathless());

    // When
    Clinic.Answer refused = send(Parts.TOKENS.frontEnd("site-a"), body);

    // Then
    assertThat(refused.status()).isEqualTo(404);
    assertOutcome(refused, List.of("unknown-patient"));
    SubmissionReceived event =
        submissions.await(each -> refused.receipt().equals(each.getCorrelationId()));
    assertThat(event.getSiteId()).isEqualTo("site-a");
    assertThat(event.getPatientId()).isNull();
    assertThat(event.getCompleteness()).isEqualTo(Completeness.UNREADABLE);
    assertThat(event.getAnswers()).isEmpty();
    assertThat(submissions.records(event::equals).getFirst().key()).isEqualTo(refused.receipt());
    clinic.enrol(patientId, Clinic.SITE, "ACTIVE", true);
    Clinic.Answer accepted = send(Parts.TOKENS.frontEnd("site-a"), body);
    assertThat(accepted.status()).isEqualTo(201);
    assertThat(accepted.receipt()).isNotEqualTo(refused.receipt());
  }

  @Test
  void aReportOfNobodyIsRefusedAndRings() {
    // When
    Clinic.Answer answer =
        send(
            Parts.TOKENS.frontEnd("site-a"),
            TestReports.report("x", TestReports.breathless())
                .replaceFirst("\"subject\":.*?},", ""));

    // Then
    assertThat(answer.status()).isEqualTo(422);
    assertOutcome(answer, List.of("subject-missing"));
    SubmissionReceived event =
        submissions.await(each -> answer.receipt().equals(each.getCorrelationId()));
    assertThat(event.getCompleteness()).isEqualTo(Completeness.UNREADABLE);
    assertThat(event.getSiteId()).isEqualTo("site-a");
  }

  @Test
  void anotherMediaTypeIsRefusedAndKept() {
    // Given
    String patientId = clinic.enrol();

    // When
    Clinic.Answer answer =
        clinic.post(
            "/fhir/QuestionnaireResponse",
            Parts.TOKENS.patient(patientId),
            "<QuestionnaireResponse/>",
            "Content-Type",
            "application/fhir+xml");

    // Then
    assertThat(answer.status()).isEqualTo(415);
    assertOutcome(answer, List.of("unsupported-media-type"));
    submissions.await(each -> answer.receipt().equals(each.getCorrelationId()));
  }

  @Test
  void aBodyOverTheLimitIsRefusedWithAdvice() {
    // Given
    String patientId = clinic.enrol();
    String body = TestReports.report(patientId) + " ".repeat(256 * 1024);

    // When
    Clinic.Answer answer = clinic.report(patientId, body);

    // Then
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.receipt()).isEmpty();
    assertThat(advice(answer, "emergencyNumber")).isEqualTo("999");
  }

  @Test
  void aLargeBodyUpToTheLimitIsTaken() {
    // Given
    String patientId = clinic.enrol();
    String body = TestReports.report(patientId, TestReports.mildNausea());

    // When
    Clinic.Answer answer = clinic.report(patientId, body + " ".repeat(256 * 1024 - body.length()));

    // Then
    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void withoutAGoodTokenThereIsAdviceAndNothingElse() {
    // When
    Clinic.Answer answer =
        clinic.post("/fhir/QuestionnaireResponse", "not-a-token", TestReports.report("p-1"));

    // Then
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body().path("resourceType").asString()).isEqualTo("OperationOutcome");
    assertThat(advice(answer, "level")).isEqualTo("CONTACT");
    assertThat(answer.receipt()).isEmpty();
  }

  @Test
  void theSixtyFirstReportOfAMinuteIsPutOffWithAReceipt() {
    // Given
    String patientId = clinic.enrol();
    List<Clinic.Answer> answers =
        Stream.iterate(0, i -> i + 1)
            .limit(70)
            .map(i -> clinic.report(patientId, numbered(patientId, i)))
            .toList();

    // When
    Clinic.Answer refused =
        answers.stream().filter(each -> each.status() == 429).findFirst().orElseThrow();

    // Then
    assertThat(answers.stream().filter(each -> each.status() == 201).count()).isBetween(60L, 66L);
    assertOutcome(refused, List.of("too-many-reports"));
    assertThat(refused.headers()).containsEntry("retry-after", "60");
    // The same one again is the same report, not a further one.
    assertThat(clinic.report(patientId, numbered(patientId, 0)).status()).isEqualTo(200);
  }

  @Test
  void anUnwatchedPatientsReportIsKeptAndAnsweredButNotPublished() {
    // Given
    String patientId = clinic.enrol();
    clinic.enrol(patientId, Clinic.SITE, "WITHDRAWN", true);
    String other = clinic.enrol();
    clinic.enrol(other, Clinic.SITE, "ACTIVE", false);

    // When
    Clinic.Answer withdrawn =
        clinic.report(patientId, TestReports.report(patientId, TestReports.breathless()));
    Clinic.Answer noConsent =
        clinic.report(other, TestReports.report(other, TestReports.breathless()));

    // Then
    String watched = clinic.enrol();
    String last = clinic.report(watched, TestReports.report(watched)).receipt();
    submissions.await(each -> last.equals(each.getCorrelationId()));
    for (Clinic.Answer answer : List.of(withdrawn, noConsent)) {
      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.receipt()).isNotEmpty();
      assertThat(answer.body().path("advice").path("level").asString()).isEqualTo("URGENT");
      assertThat(submissions.all(each -> answer.receipt().equals(each.getCorrelationId())))
          .isEmpty();
    }
    try (Topics<org.procart.schemas.OperationsAlarm> alarms =
        new Topics<>(broker, "pro.operations.v1", org.procart.schemas.OperationsAlarm.class)) {
      alarms.await(
          alarm ->
              alarm.getCode().equals("REPORT_NOT_WATCHED") && "site-a".equals(alarm.getSiteId()));
    }
  }

  @Test
  void nothingThatSomebodyWroteIsInALogOrAnAnswerOrAnEvent(CapturedOutput log) {
    // Given
    String patientId = clinic.enrol();
    String secret = "Quendolin";
    String report = TestReports.report(patientId, TestReports.breathless());
    List<String> bodies =
        List.of(
            "{\"" + secret,
            "{\"" + secret + "\":1,\"" + secret + "\":2}",
            report.replace("completed", secret),
            report.replace("2026-11-18T09:30:00Z", secret),
            report.replace("basisscreening", secret),
            report.replace("proctcae-19a-sev", secret),
            report.replace("proctcae-severity-4", secret),
            report.replace("Patient/", "Patient/" + secret),
            report.replace("\"item\":[", "\"item\":[\"" + secret + "\","),
            report.replace("valueCoding", "value" + secret));

    // When
    List<Clinic.Answer> answers =
        bodies.stream().map(body -> clinic.report(patientId, body)).toList();

    // Then
    assertThat(answers).extracting(Clinic.Answer::status).doesNotContain(500, 503);
    assertThat(answers).extracting(Clinic.Answer::text).noneMatch(text -> text.contains(secret));
    String last = clinic.report(patientId, TestReports.report(patientId)).receipt();
    submissions.await(each -> last.equals(each.getCorrelationId()));
    assertThat(submissions.all(each -> true).toString()).doesNotContain(secret);
    assertThat(log.getAll()).doesNotContain(secret);
  }

  private Clinic.Answer send(String token, String body) {
    return clinic.post("/fhir/QuestionnaireResponse", token, body);
  }

  private static String numbered(String patientId, int number) {
    return TestReports.identified("n-" + number, TestReports.report(patientId));
  }

  private static void assertOutcome(Clinic.Answer answer, List<String> codes) {
    assertThat(answer.receipt()).matches("[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2}");
    assertThat(answer.headers().get("content-type")).startsWith("application/fhir+json");
    JsonNode outcome = answer.body();
    assertThat(outcome.path("resourceType").asString()).isEqualTo("OperationOutcome");
    assertThat(
            outcome
                .path("issue")
                .valueStream()
                .map(issue -> issue.path("details").path("coding").path(0).path("code").asString()))
        .containsExactlyInAnyOrderElementsOf(codes);
    assertThat(outcome.path("issue").valueStream())
        .allSatisfy(issue -> assertThat(issue.path("diagnostics").asString()).isNotBlank());
    assertThat(advice(answer, "text")).isNotBlank();
    assertThat(advice(answer, "watchedNow")).isIn("true", "false");
  }

  private static @Nullable String advice(Clinic.Answer answer, String part) {
    return answer
        .body()
        .path("extension")
        .valueStream()
        .filter(each -> each.path("url").asString().endsWith("/advice"))
        .flatMap(each -> each.path("extension").valueStream())
        .filter(each -> each.path("url").asString().equals(part))
        .flatMap(
            each ->
                each.propertyStream()
                    .filter(property -> property.getKey().startsWith("value"))
                    .map(property -> property.getValue().asString()))
        .findFirst()
        .orElse(null);
  }

  private static Arguments refusal(
      String name, String body, int status, Completeness completeness, String... codes) {
    return Arguments.of(name, body, status, completeness, List.of(codes));
  }
}
