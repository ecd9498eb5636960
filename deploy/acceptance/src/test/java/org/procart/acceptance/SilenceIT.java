package org.procart.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A planned report does not come: from the schedule to the patient's phone and the nurse's. */
class SilenceIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Path DEFAULT_RULES =
      Path.of("../../alerting-service/src/main/resources/rules/default.yml");

  private final Platform platform = Platform.running();
  private final Clinic clinic = Clinic.opened(platform);

  /** Where it is two in the afternoon or a little later: people are awake there. */
  private final ZoneId zone = afternoon();

  @Test
  void thePatientIsRemindedAndWhereNobodyCanBeTheNurseIsPaged() throws IOException {
    approveRulesThatExpectTheDailyCheckIn(Duration.ofSeconds(20));
    String quiet = enrolled();
    String unreachable = enrolled();
    String answering = enrolled();
    Phone phone = new Phone(platform, "+447700900777");
    putContact(quiet, phone.address());
    report(answering);

    await().atMost(PATIENCE).until(() -> !clinic.phone.pages().isEmpty());
    assertThat(clinic.phone.pages().getFirst().level()).isEqualTo("RED");
    await().atMost(PATIENCE).until(() -> !phone.texts().isEmpty());

    assertThat(phone.texts())
        .singleElement()
        .asString()
        .contains("rapport", "+44 1632 960001", "999")
        .doesNotContain(quiet);
    assertThat(rules(unreachable)).containsExactly("missed-report");
    assertThat(rules(answering)).isEmpty();
    assertThat(clinic.phone.pages()).hasSize(1);
  }

  private void approveRulesThatExpectTheDailyCheckIn(Duration time) throws IOException {
    LocalTime until = LocalTime.now(zone).plus(time).truncatedTo(ChronoUnit.SECONDS);
    String version = "v" + UUID.randomUUID().toString().substring(0, 8);
    String rules =
        Files.readString(DEFAULT_RULES)
            .replaceFirst("id: default", "id: " + clinic.site + "-rules")
            .replaceFirst("version: .*", "version: " + version + "\nsite: " + clinic.site)
            .replace(
                "asked: {from: \"08:00\", until: \"11:00\"}",
                "asked: {from: \"%s\", until: \"%s\"}".formatted(until.minusSeconds(1), until))
            .replace(
                "hear: {patient: 0, carer: 1, nurse: 2}", "hear: {patient: 0, carer: 3, nurse: 4}");
    String address =
        platform.url("alerting") + "/rule-sets/" + clinic.site + "-rules/versions/" + version;
    Http.Answer draft =
        Http.send(
            "PUT",
            address,
            platform.token("rule-author", "--site", clinic.site, "--staff", "author-1"),
            "application/yaml",
            rules);
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    Http.Answer approved =
        Http.post(
            address + "/approval",
            platform.token("rule-approver", "--site", clinic.site, "--staff", "approver-1"),
            "{\"reason\":\"read by a second person\"}");
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
  }

  private String enrolled() {
    String id = "pt-" + UUID.randomUUID().toString().substring(0, 13);
    Http.Answer answer =
        Http.put(
            platform.url("intake") + "/patients/" + id,
            siteAdmin(),
            """
            {"siteId":"%s","zoneId":"%s","language":"fr",
             "therapy":[{"product":"axi-cel","indication":"lbcl","infusionDate":"%s"}],
             "schedule":"cart-home","carers":[],
             "consent":{"care":true,"research":[],"objections":[]},"status":"ACTIVE"}
            """
                .formatted(
                    clinic.site, zone, Instant.now().atZone(zone).toLocalDate().minusDays(2)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return id;
  }

  private void putContact(String patientId, String number) {
    String body =
        "{\"contacts\":[{\"personId\":\"%s\",\"channel\":\"sms\",\"address\":\"%s\"}]}"
            .formatted(patientId, number);
    String url = platform.url("notification") + "/patients/" + patientId + "/contacts";
    // Notification hears of the patient a moment after the enrolment was answered.
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Http.put(url, siteAdmin(), body).status() == 200);
  }

  private void report(String patientId) {
    Http.Answer answer =
        Http.send(
            "POST",
            platform.url("intake") + "/fhir/QuestionnaireResponse",
            platform.token("patient", "--patient", patientId),
            "application/fhir+json",
            """
            {"resourceType":"QuestionnaireResponse","status":"completed",
             "questionnaire":"https://procart.org/fhir/Questionnaire/cart-home-check",
             "authored":"%s",
             "item":[{"linkId":"temperature","answer":[{"valueQuantity":{"value":36.6,"code":"Cel"}}]}]}
            """
                .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  private List<String> rules(String patientId) {
    Http.Answer answer =
        Http.get(
            platform.url("alerting") + "/alerts?patientId=" + patientId + "&siteId=" + clinic.site,
            platform.token("clinician", "--site", clinic.site, "--staff", "doctor-1"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer
        .json()
        .path("items")
        .valueStream()
        .map(alert -> alert.path("ruleId").asString())
        .toList();
  }

  private String siteAdmin() {
    return platform.token("site-admin", "--site", clinic.site, "--staff", "admin-" + clinic.site);
  }

  /** The zones called Etc/GMT say the opposite of what they mean. */
  private static ZoneId afternoon() {
    int ahead = 14 - LocalTime.now(ZoneOffset.UTC).getHour();
    return ZoneId.of("Etc/GMT" + (ahead > 0 ? "-" + ahead : "+" + -ahead));
  }
}
