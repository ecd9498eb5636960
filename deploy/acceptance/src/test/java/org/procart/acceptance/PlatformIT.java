package org.procart.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The promises of the platform, kept by real processes. */
class PlatformIT {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Map<String, Integer> CHILLS_SEVERE =
      Map.of("proctcae-74a-frq", 3, "proctcae-74b-sev", 3);

  private final Platform platform = Platform.running();
  private final Clinic clinic = Clinic.opened(platform);
  private final Phone nurse = clinic.phone;
  private final Phone mailbox = clinic.mailbox;

  @Test
  void aSevereReportReachesThePhoneAndTheMailboxAndAnSmsReplyAcknowledgesIt() {
    TestPatient patient = TestPatient.enrolled(clinic, 6);

    Http.Answer answer = patient.send(patient.report("story", CHILLS_SEVERE));

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().path("advice").path("level").asString()).isEqualTo("URGENT");
    Phone.Page sms = nurse.awaitPage();
    Phone.Page mail = mailbox.awaitPage();
    assertThat(sms.level()).isEqualTo("RED");
    assertThat(sms.text()).hasSizeLessThanOrEqualTo(160).doesNotContain(patient.id);
    assertThat(mail.text()).doesNotContain(patient.id);
    assertThat(composite(patient, "proctcae-74")).isEqualTo(3);

    nurse.reply("ack " + sms.code().toLowerCase(java.util.Locale.ROOT));

    JsonNode alert = awaitAcknowledged(patient);
    JsonNode taken = alert.path("acknowledgements").get(0);
    assertThat(taken.path("by").asString()).isEqualTo(clinic.nurse);
    assertThat(taken.path("route").asString()).isEqualTo("sms-reply");
    await()
        .atMost(SOON)
        .until(() -> nurse.texts().stream().anyMatch(t -> t.startsWith("OK " + sms.code())));
    awaitSubmissionState(patient, answer, "SEEN");
  }

  @Test
  void openingTheLinkChangesNothingAndPressingTheButtonAcknowledges() {
    TestPatient patient = TestPatient.enrolled(clinic, 6);
    patient.send(patient.report("link", CHILLS_SEVERE));
    Phone.Page page = nurse.awaitPage();

    for (String method : List.of("GET", "HEAD", "GET")) {
      assertThat(Http.send(method, page.link(), null, null, null).status()).isEqualTo(200);
    }

    assertThat(onlyAlert(patient).path("state").asString()).isEqualTo("OPEN");
    assertThat(
            Http.send("POST", page.link(), null, "application/x-www-form-urlencoded", "").status())
        .isEqualTo(200);
    assertThat(awaitAcknowledged(patient).path("acknowledgements").get(0).path("route").asString())
        .isEqualTo("link");
  }

  @Test
  void aHundredSendsOfOneReportAreOneEventOneAlertOnePage() throws Exception {
    TestPatient patient = TestPatient.enrolled(clinic, 6);
    String report = patient.report("hundred", CHILLS_SEVERE);
    String token = patient.token();

    List<Http.Answer> answers;
    try (ExecutorService phones = Executors.newFixedThreadPool(20)) {
      List<Future<Http.Answer>> sent =
          IntStream.range(0, 100)
              .mapToObj(i -> phones.submit(() -> patient.send(report, token)))
              .toList();
      answers = new java.util.ArrayList<>();
      for (Future<Http.Answer> one : sent) {
        Http.Answer answer = one.get();
        // 60 a minute are taken from one subject; the rest is told to wait, and nothing is lost.
        if (answer.status() != 429) {
          answers.add(answer);
        }
      }
    }

    assertThat(answers).hasSizeGreaterThanOrEqualTo(50);
    assertThat(answers).extracting(Http.Answer::status).containsOnly(200, 201);
    assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
    assertThat(answers)
        .extracting(a -> a.header("Receipt"))
        .containsOnly(answers.getFirst().header("Receipt"));
    nurse.awaitPage();
    mailbox.awaitPage();
    awaitSubmissionState(patient, answers.getFirst(), "SCORED");
    assertThat(Topic.distinct(new Topic(platform, "pro.submission.v1").of(patient.id)))
        .isEqualTo(1);
    assertThat(onlyAlert(patient).path("state").asString()).isEqualTo("OPEN");
    assertThat(nurse.pages()).hasSize(1);
    assertThat(mailbox.pages()).hasSize(1);
  }

  @Test
  void otherContentUnderTheSameIdentityIsRefusedAndYetScored() {
    TestPatient patient = TestPatient.enrolled(clinic, 6);
    Http.Answer first =
        patient.send(patient.report("same", Map.of("proctcae-53a-sev", 1, "proctcae-53b-int", 1)));

    Http.Answer second = patient.send(patient.report("same", CHILLS_SEVERE));

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.header("Receipt")).isNotEmpty().isNotEqualTo(first.header("Receipt"));
    assertThat(nurse.awaitPage().level()).isEqualTo("RED");
    assertThat(new Topic(platform, "pro.score.v1").of(patient.id))
        .anySatisfy(score -> assertThat(score.text("completeness")).isEqualTo("CONFLICTING"));
  }

  @Test
  void anImpossibleValueBesideASevereAnswerIsRefusedAndThePageArrives() {
    TestPatient patient = TestPatient.enrolled(clinic, 6);
    String report =
        patient.report(
            "salvage", Map.of("proctcae-74a-frq", 3, "proctcae-74b-sev", 3, "proctcae-53a-sev", 9));

    Http.Answer answer = patient.send(report);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Receipt")).isNotEmpty();
    assertThat(answer.json().path("resourceType").asString()).isEqualTo("OperationOutcome");
    assertThat(answer.body()).contains("value-not-in-options", "QuestionnaireResponse.item[");
    assertThat(nurse.awaitPage().level()).isEqualTo("RED");
  }

  @Test
  void anotherPatientsTokenIsRefused() {
    TestPatient patient = TestPatient.enrolled(clinic, 6);
    TestPatient other = TestPatient.enrolled(clinic, 6);

    Http.Answer answer = patient.send(patient.report("other", CHILLS_SEVERE), other.token());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Receipt")).isNotEmpty();
  }

  @Test
  void aPoisonRecordIsParkedItsNeighboursGoOnAndSomebodyLooksAtThePatient() {
    TestPatient patient = TestPatient.enrolled(clinic, 6);
    byte[] poison = "this is not a report".getBytes(StandardCharsets.UTF_8);

    new Topic(platform, "pro.submission.v1").write(patient.id, poison);
    Http.Answer neighbour =
        patient.send(
            patient.report("neighbour", Map.of("proctcae-53a-sev", 1, "proctcae-53b-int", 0)));

    awaitSubmissionState(patient, neighbour, "SCORED");
    await()
        .atMost(SOON)
        .until(
            () ->
                new Topic(platform, "pro.submission.v1.scoring-dlt")
                    .bytesOf(patient.id).stream().anyMatch(bytes -> Arrays.equals(bytes, poison)));
    await().atMost(SOON).until(() -> patient.alerts().path("items").size() == 1);
    assertThat(onlyAlert(patient).path("ruleId").asString()).isEqualTo("report-unreadable");
    assertThat(nurse.awaitPage().level()).isEqualTo("RED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "scoring", "alerting", "notification"})
  void aKilledServiceDelaysThePageAndLosesNothing(String service) {
    TestPatient patient = TestPatient.enrolled(clinic, 6);
    String report = patient.report("killed-" + service, CHILLS_SEVERE);
    String token = patient.token();

    if (service.equals("intake")) {
      assertThat(patient.send(report, token).status()).isEqualTo(201);
      platform.kill(service);
    } else {
      platform.kill(service);
      assertThat(patient.send(report, token).status()).isEqualTo(201);
    }
    platform.restart(service);

    Phone.Page page = nurse.awaitPage();
    assertThat(page.level()).isEqualTo("RED");
    nurse.reply("ACK " + page.code());
    awaitAcknowledged(patient);
    assertThat(nurse.pages()).hasSize(1);
    assertThat(Topic.distinct(new Topic(platform, "pro.submission.v1").of(patient.id)))
        .isEqualTo(1);
    assertThat(Topic.distinct(new Topic(platform, "pro.score.v1").of(patient.id))).isEqualTo(1);
  }

  @Test
  void nothingThatAPatientWroteIsInAnyLog() {
    TestPatient patient = TestPatient.enrolled(clinic, 6);
    String secret = "Zwetschgenknoedel-7731";

    patient.send("{ this is " + secret);
    patient.send(
        patient
            .report("secret", Map.of("proctcae-53a-sev", 1))
            .replace("proctcae-severity-1", secret));
    Http.Answer last =
        patient.send(patient.report("last", Map.of("proctcae-53a-sev", 1, "proctcae-53b-int", 1)));

    awaitSubmissionState(patient, last, "SCORED");
    assertThat(platform.logs()).doesNotContain(secret);
  }

  private JsonNode onlyAlert(TestPatient patient) {
    JsonNode items = patient.alerts().path("items");
    assertThat(items.size()).isEqualTo(1);
    return patient.alert(items.get(0).path("alertId").asString());
  }

  private JsonNode awaitAcknowledged(TestPatient patient) {
    await()
        .atMost(SOON)
        .until(() -> onlyAlert(patient).path("state").asString().equals("ACKNOWLEDGED"));
    return onlyAlert(patient);
  }

  private void awaitSubmissionState(TestPatient patient, Http.Answer answer, String state) {
    String path = platform.url("intake") + "/submissions/" + answer.header("Receipt");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Http.get(path, patient.token()).json().path("state").asString())
                    .isEqualTo(state));
  }

  private static int composite(TestPatient patient, String scale) {
    return Arrays.stream(patient.scores())
        .flatMap(event -> event.value().path("scores").valueStream())
        .filter(score -> score.path("scale").asString().equals(scale))
        .findFirst()
        .orElseThrow()
        .path("grade")
        .asInt();
  }
}
