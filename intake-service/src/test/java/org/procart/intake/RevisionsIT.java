package org.procart.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.schemas.Completeness;
import org.procart.schemas.SubmissionReceived;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import tools.jackson.databind.JsonNode;

@IntakeTest
class RevisionsIT {

  @Autowired Clinic clinic;
  @Autowired EmbeddedKafkaBroker broker;
  Topics<SubmissionReceived> submissions;
  String patientId = "";

  @BeforeEach
  void enrol() {
    submissions = new Topics<>(broker, "pro.submission.v1", SubmissionReceived.class);
    patientId = clinic.enrol();
  }

  @AfterEach
  void close() {
    submissions.close();
  }

  @Test
  void aReportIsBegunFinishedAmendedAndTakenBack() {
    // When
    String first = TestReports.item("proctcae-09a-frq", "proctcae-frequency-1");
    Clinic.Answer begun = send("in-progress", first);
    Clinic.Answer more = send("in-progress", TestReports.mildNausea());
    Clinic.Answer finished = send("completed", TestReports.mildNausea());
    Clinic.Answer amended = send("amended", TestReports.breathless());
    Clinic.Answer error = send("entered-in-error", TestReports.breathless());

    // Then
    List<Clinic.Answer> versions = List.of(begun, more, finished, amended, error);
    assertThat(versions).extracting(Clinic.Answer::status).containsOnly(201);
    assertThat(versions).extracting(Clinic.Answer::receipt).doesNotHaveDuplicates();
    assertThat(event(begun).getSupersedes()).isNull();
    assertThat(event(begun).getCompleteness()).isEqualTo(Completeness.PARTIAL);
    for (int i = 1; i < versions.size(); i++) {
      assertThat(event(versions.get(i)).getSupersedes())
          .isEqualTo(event(versions.get(i - 1)).getEventId());
      assertThat(versions.get(i).body().path("supersedes").asString())
          .isEqualTo(versions.get(i - 1).receipt());
      assertThat(supersededBy(versions.get(i - 1))).isEqualTo(versions.get(i).receipt());
    }
    assertThat(event(finished).getCompleteness()).isEqualTo(Completeness.COMPLETE);
    assertThat(event(error).getReportStatus()).isEqualTo("entered-in-error");
    Clinic.Answer late = send("in-progress", first);
    assertThat(late.status()).isEqualTo(200);
    assertThat(late.receipt()).isEqualTo(begun.receipt());
    assertThat(late.body().path("receivedAt")).isEqualTo(begun.body().path("receivedAt"));
  }

  @Test
  void aFinishedReportSaidOtherwiseIsAConflictAndIsPublishedBeside() {
    // Given
    Clinic.Answer first = send("completed", TestReports.mildNausea());

    // When
    Clinic.Answer second = send("completed", TestReports.breathless());

    // Then
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.receipt()).isNotEmpty().isNotEqualTo(first.receipt());
    SubmissionReceived event = event(second);
    assertThat(event.getCompleteness()).isEqualTo(Completeness.CONFLICTING);
    assertThat(event.getSupersedes()).isNull();
    assertThat(event.getAnswers()).hasSize(1);
    Clinic.Answer again = send("completed", TestReports.breathless());
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.receipt()).isEqualTo(second.receipt());
    assertThat(send("completed", TestReports.mildNausea()).status()).isEqualTo(200);
  }

  @Test
  void aCorrectedResendSupersedesTheSalvagedReport() {
    // Given
    Clinic.Answer salvaged =
        send(
            "completed",
            TestReports.breathless(),
            TestReports.item("proctcae-09a-frq", "proctcae-frequency-9"));

    // When
    Clinic.Answer corrected = send("completed", TestReports.breathless());

    // Then
    assertThat(salvaged.status()).isEqualTo(422);
    assertThat(corrected.status()).isEqualTo(201);
    assertThat(event(corrected).getSupersedes()).isEqualTo(event(salvaged).getEventId());
  }

  @Test
  void aCorrectedResendWithTheSameKeySupersedesTheUnreadableBody() {
    // Given
    String key = UUID.randomUUID().toString();
    Clinic.Answer unreadable = keyed(key, "{broken");

    // When
    Clinic.Answer corrected = keyed(key, TestReports.report(patientId, TestReports.breathless()));

    // Then
    assertThat(unreadable.status()).isEqualTo(400);
    assertThat(corrected.status()).isEqualTo(201);
    assertThat(event(corrected).getSupersedes()).isEqualTo(event(unreadable).getEventId());
  }

  @Test
  void manyDifferentVersionsAtOnceEachHaveTheirPlace() throws Exception {
    // When
    List<Clinic.Answer> answers;
    try (ExecutorService phones = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Clinic.Answer>> sent =
          phones.invokeAll(
              IntStream.range(0, 10)
                  .<Callable<Clinic.Answer>>mapToObj(i -> () -> send("in-progress", numbered(i)))
                  .toList());
      answers = sent.stream().map(Future::resultNow).toList();
    }

    // Then
    assertThat(answers).extracting(Clinic.Answer::status).containsOnly(201);
    assertThat(answers).extracting(Clinic.Answer::receipt).doesNotHaveDuplicates();
    List<String> superseded =
        answers.stream()
            .map(this::event)
            .map(event -> String.valueOf(event.getSupersedes()))
            .toList();
    assertThat(superseded).doesNotHaveDuplicates().hasSize(10);
  }

  @Test
  void aBatchIsAnsweredEntryByEntry() {
    // Given
    String good =
        TestReports.identified("b-1", TestReports.report(patientId, TestReports.mildNausea()));
    String bad =
        TestReports.identified("b-2", TestReports.report(patientId, TestReports.item("x", "y")));

    // When
    Clinic.Answer answer =
        clinic.post(
            "/fhir",
            Parts.TOKENS.patient(patientId),
            """
            {"resourceType":"Bundle","type":"batch","entry":[
              {"resource":%s,"request":{"method":"POST","url":"QuestionnaireResponse"}},
              {"resource":%s,"request":{"method":"POST","url":"QuestionnaireResponse"}},
              {"resource":%s,"request":{"method":"POST","url":"QuestionnaireResponse"}},
              {"resource":%s,"request":{"method":"POST","url":"QuestionnaireResponse","ifNoneExist":"key-b"}}]}
            """
                .formatted(
                    good, bad, good, TestReports.report(patientId, TestReports.breathless())));

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("type").asString()).isEqualTo("batch-response");
    List<JsonNode> responses =
        answer.body().path("entry").valueStream().map(entry -> entry.path("response")).toList();
    assertThat(responses)
        .extracting(response -> response.path("status").asString())
        .containsExactly("201", "422", "200", "201");
    assertThat(responses.getFirst().path("location").asString())
        .isEqualTo(responses.get(2).path("location").asString())
        .startsWith("/submissions/");
    assertThat(responses)
        .allSatisfy(
            response ->
                assertThat(response.path("outcome").toString())
                    .contains("StructureDefinition/advice", "StructureDefinition/receipt"));
    Clinic.Answer repeated =
        keyed("key-b", TestReports.report(patientId, TestReports.breathless()));
    assertThat(repeated.status()).isEqualTo(200);
  }

  @Test
  void aBatchTakesReportsOnlyAndNotTooMany() {
    // When
    Clinic.Answer other =
        clinic.post(
            "/fhir",
            Parts.TOKENS.patient(patientId),
            """
            {"resourceType":"Bundle","type":"batch","entry":[
              {"request":{"method":"GET","url":"QuestionnaireResponse?patient=1"}}]}
            """);
    Clinic.Answer many =
        clinic.post(
            "/fhir",
            Parts.TOKENS.patient(patientId),
            "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                + "{},".repeat(200)
                + "{}]}");

    // Then
    assertThat(other.body().path("entry").path(0).path("response").path("status").asString())
        .isEqualTo("405");
    assertThat(many.status()).isEqualTo(413);
  }

  @Test
  void anEntryWithoutAReportIsKeptAndRings() {
    // When
    Clinic.Answer answer =
        batch(
            "{\"request\":{\"method\":\"POST\"},\"resource\":\"lost\"}",
            "{\"request\":{\"method\":\"POST\"}}");

    // Then
    for (int i = 0; i < 2; i++) {
      JsonNode response = entry(answer, i);
      assertThat(response.path("status").asString()).isEqualTo("400");
      assertThat(codes(response)).startsWith("resource-missing");
      String receipt = receipt(response);
      SubmissionReceived event = submissions.await(each -> receipt.equals(each.getCorrelationId()));
      assertThat(event.getCompleteness()).isEqualTo(Completeness.UNREADABLE);
      assertThat(event.getPatientId()).isEqualTo(patientId);
    }
  }

  @Test
  void aReportWithAnotherMethodIsKeptScoredAndToBeSentAgain() {
    // Given
    String report = TestReports.report(patientId, TestReports.breathless());

    // When
    Clinic.Answer answer =
        batch("{\"request\":{\"method\":\"PUT\"},\"resource\":%s}".formatted(report));

    // Then
    assertThat(entry(answer, 0).path("status").asString()).isEqualTo("405");
    assertThat(codes(entry(answer, 0))).containsExactly("method-not-allowed");
    String receipt = receipt(entry(answer, 0));
    assertThat(submissions.await(each -> receipt.equals(each.getCorrelationId())).getCompleteness())
        .isEqualTo(Completeness.COMPLETE);
    Clinic.Answer again =
        batch("{\"request\":{\"method\":\"POST\"},\"resource\":%s}".formatted(report));
    assertThat(entry(again, 0).path("status").asString()).isEqualTo("200");
    assertThat(entry(again, 0).path("location").asString()).isEqualTo("/submissions/" + receipt);
  }

  private Clinic.Answer batch(String... entries) {
    return clinic.post(
        "/fhir",
        Parts.TOKENS.patient(patientId),
        "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[%s]}"
            .formatted(String.join(",", entries)));
  }

  private static JsonNode entry(Clinic.Answer answer, int place) {
    return answer.body().path("entry").path(place).path("response");
  }

  private static List<String> codes(JsonNode response) {
    return response
        .path("outcome")
        .path("issue")
        .valueStream()
        .map(issue -> issue.path("details").path("coding").path(0).path("code").asString(""))
        .toList();
  }

  private static String receipt(JsonNode response) {
    return response
        .path("outcome")
        .path("extension")
        .valueStream()
        .filter(each -> each.path("url").asString("").endsWith("/receipt"))
        .map(each -> each.path("valueString").asString(""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aBatchThatCannotBeTakenApartIsKeptAndRings() {
    // When
    Clinic.Answer answer =
        clinic.post("/fhir", Parts.TOKENS.patient(patientId), "{\"resourceType\":\"Bundle\"");

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(event(answer).getCompleteness()).isEqualTo(Completeness.UNREADABLE);
    assertThat(event(answer).getPatientId()).isEqualTo(patientId);
  }

  private Clinic.Answer send(String status, String... items) {
    return clinic.report(
        patientId, TestReports.identified("r-1", TestReports.withStatus(patientId, status, items)));
  }

  private Clinic.Answer keyed(String key, String body) {
    return clinic.post(
        "/fhir/QuestionnaireResponse",
        Parts.TOKENS.patient(patientId),
        body,
        "Idempotency-Key",
        key);
  }

  private static String numbered(int i) {
    return TestReports.item(
        "proctcae-0%da-sev".formatted(List.of(1, 2).get(i / 5)), "proctcae-severity-" + (i % 5));
  }

  private String supersededBy(Clinic.Answer answer) {
    return clinic
        .get("/submissions/" + answer.receipt(), Parts.TOKENS.patient(patientId))
        .body()
        .path("supersededBy")
        .asString();
  }

  private SubmissionReceived event(Clinic.Answer answer) {
    return submissions.await(each -> answer.receipt().equals(each.getCorrelationId()));
  }
}
