package org.procart.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A synthetic patient at home, and the phone in the patient's hand. */
final class TestPatient {

  private static final String FORM =
      "https://www.medizininformatik-initiative.de/fhir/ext/modul-pro/Questionnaire/"
          + "mii-qst-pro-pro-ctcae-onkologisches-basisscreening";
  private static final String CODES =
      "https://www.medizininformatik-initiative.de/fhir/ext/modul-pro/CodeSystem/"
          + "mii-cs-pro-pro-ctcae";

  final Platform platform;
  final String id;
  final String site;

  private TestPatient(Platform platform, String id, String site) {
    this.platform = platform;
    this.id = id;
    this.site = site;
  }

  /** Enrolled by the site's own staff, infused that many days ago. */
  static TestPatient enrolled(Clinic clinic, int daysAfterInfusion) {
    return enrolled(clinic, daysAfterInfusion, "en", "none");
  }

  static TestPatient enrolled(
      Clinic clinic, int daysAfterInfusion, String language, String schedule) {
    Platform platform = clinic.platform;
    String site = clinic.site;
    TestPatient patient =
        new TestPatient(platform, "pt-" + UUID.randomUUID().toString().substring(0, 13), site);
    LocalDate infusion = LocalDate.now(ZoneId.of("Europe/London")).minusDays(daysAfterInfusion);
    Http.Answer answer =
        Http.put(
            platform.url("intake") + "/patients/" + patient.id,
            platform.token("site-admin", "--site", site, "--staff", "admin-" + site),
            """
            {"siteId":"%s","zoneId":"Europe/London","language":"%s",
             "therapy":[{"product":"axi-cel","indication":"lbcl","infusionDate":"%s"}],
             "schedule":"%s","carers":[],
             "consent":{"care":true,"research":[],"objections":[]},"status":"ACTIVE"}
            """
                .formatted(site, language, infusion, schedule));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return patient;
  }

  String token() {
    return platform.token("patient", "--patient", id);
  }

  /** Answers by item code, for example {@code proctcae-46b-sev} → 3, as the national form codes. */
  String report(String identifier, Map<String, Integer> answers) {
    return report(identifier, "completed", answers);
  }

  String report(String identifier, String status, Map<String, Integer> answers) {
    return report(identifier, status, FORM, proCtcae(answers));
  }

  /** Answers as JSON, for example {@code confusion} → {@code "valueBoolean":true}. */
  String reportOf(String questionnaire, Map<String, String> answers) {
    String items =
        answers.entrySet().stream()
            .map(
                entry ->
                    "{\"linkId\":\"%s\",\"answer\":[{%s}]}"
                        .formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(","));
    return report(UUID.randomUUID().toString(), "completed", questionnaire, items);
  }

  static String proCtcae(Map<String, Integer> answers) {
    return answers.entrySet().stream()
        .map(entry -> item(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(","));
  }

  String report(String identifier, String status, String questionnaire, String items) {
    return """
    {"resourceType":"QuestionnaireResponse","status":"%s","questionnaire":"%s",
     "identifier":{"system":"urn:test:phone","value":"%s"},
     "subject":{"reference":"Patient/%s"},"authored":"%s","item":[%s]}
    """
        .formatted(
            status,
            questionnaire,
            identifier,
            id,
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            items);
  }

  Http.Answer send(String report) {
    return send(report, token());
  }

  Http.Answer send(String report, String token) {
    return Http.send(
        "POST",
        platform.url("intake") + "/fhir/QuestionnaireResponse",
        token,
        "application/fhir+json",
        report);
  }

  JsonNode alerts() {
    return asClinician("/alerts?patientId=" + id + "&siteId=" + site);
  }

  JsonNode alert(String alertId) {
    return asClinician("/alerts/" + alertId);
  }

  private JsonNode asClinician(String path) {
    Http.Answer answer =
        Http.get(
            platform.url("alerting") + path,
            platform.token("clinician", "--site", site, "--staff", "doctor-1"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  Topic.Event[] scores() {
    return new Topic(platform, "pro.score.v1").of(id).toArray(Topic.Event[]::new);
  }

  private static String item(String code, int value) {
    String scale =
        switch (code.substring(code.lastIndexOf('-') + 1)) {
          case "frq" -> "frequency";
          case "sev" -> "severity";
          case "int" -> "interference";
          case "yn" -> "presence";
          default -> throw new IllegalArgumentException(code);
        };
    return """
    {"linkId":"%s","answer":[{"valueCoding":{"system":"%s","code":"proctcae-%s-%d"}}]}
    """
        .formatted(code, CODES, scale, value);
  }
}
