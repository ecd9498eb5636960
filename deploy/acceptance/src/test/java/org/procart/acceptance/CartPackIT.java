package org.procart.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Home check, schedule, advice and a site's own instruments, from the form to the phone. */
class CartPackIT {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final String HOME_CHECK = "https://procart.org/fhir/Questionnaire/cart-home-check";

  private final Platform platform = Platform.running();
  private final Clinic clinic = Clinic.opened(platform);

  @Test
  void aFeverInFahrenheitIsToldAtOnceInThePatientsLanguageAndRings() {
    TestPatient patient = TestPatient.enrolled(clinic, 3, "fr", "cart-home");

    Http.Answer answer =
        patient.send(
            patient.reportOf(HOME_CHECK, Map.of("temperature", quantity("100.4", "[degF]"))));

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    JsonNode advice = answer.json().path("advice");
    assertThat(advice.path("level").asString()).isEqualTo("URGENT");
    assertThat(advice.path("text").asString()).isEqualTo("Appelez le 999.");
    assertThat(clinic.phone.awaitPage().level()).isEqualTo("RED");
    assertThat(score(patient, "cart-temperature").path("value").asDouble()).isEqualTo(38.0);
    assertThat(score(patient, "cart-fever").path("grade").asInt()).isEqualTo(1);
    JsonNode crs = score(patient, "cart-crs-grade");
    assertThat(crs.path("value").isNull()).isTrue();
    assertThat(crs.toString()).contains("cannot-tell").contains("blood pressure");
    JsonNode alert = patient.alerts().path("items").get(0);
    assertThat(alert.path("ruleId").asString()).isEqualTo("home-watch");
  }

  @Test
  void aTemperatureThatCannotBeIsKeptFlaggedAndCountsAsNotMeasured() {
    TestPatient patient = TestPatient.enrolled(clinic, 3);

    Http.Answer answer =
        patient.send(
            patient.reportOf(
                HOME_CHECK,
                Map.of("temperature", quantity("61", "Cel"), "chills", "\"valueBoolean\":true")));

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    JsonNode temperature = score(patient, "cart-temperature");
    assertThat(temperature.path("missingReason").toString()).contains("out-of-range");
    assertThat(temperature.path("flags").toString()).contains("IMPLAUSIBLE");
    assertThat(clinic.phone.awaitPage().level()).isEqualTo("RED"); // chills without a temperature
  }

  @Test
  void whatIsDueIsListedAndDoneOnceItIsSent() {
    TestPatient patient = TestPatient.enrolled(clinic, 3, "en", "cart-home");
    assertThat(homeCheckOfToday(patient).path("state").asString()).isNotEqualTo("DONE");

    Http.Answer answer =
        patient.send(patient.reportOf(HOME_CHECK, Map.of("temperature", quantity("36.6", "Cel"))));

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(homeCheckOfToday(patient).path("state").asString()).isEqualTo("DONE"));
    assertThat(homeCheckOfToday(patient).path("receipt").asString())
        .isEqualTo(answer.header("Receipt"));
  }

  /** Both lie in a folder that was named at the start; no code of the platform knows them. */
  @Test
  void aSitesOwnFormsAreTakenAndScoredFromTheirFiles() {
    TestPatient patient = TestPatient.enrolled(clinic, 3);

    Http.Answer subset =
        patient.send(
            patient.report(
                "subset",
                "completed",
                "https://site-t.example/Questionnaire/pain-check",
                TestPatient.proCtcae(
                    Map.of("proctcae-48a-frq", 2, "proctcae-48b-sev", 2, "proctcae-48c-int", 1))));
    Http.Answer sum =
        patient.send(
            patient.reportOf(
                "https://site-t.example/Questionnaire/wellbeing|1.0.0",
                Map.of("wb-1", "\"valueInteger\":3", "wb-3", "\"valueInteger\":1")));

    assertThat(subset.status()).as(subset.body()).isEqualTo(201);
    assertThat(sum.status()).as(sum.body()).isEqualTo(201);
    assertThat(score(patient, "proctcae-48").path("grade").asInt()).isEqualTo(2);
    assertThat(score(patient, "wellbeing-total").path("value").asDouble()).isEqualTo(6.0);
  }

  private JsonNode homeCheckOfToday(TestPatient patient) {
    Http.Answer answer =
        Http.get(platform.url("intake") + "/patients/" + patient.id + "/schedule", patient.token());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer
        .json()
        .path("items")
        .valueStream()
        .filter(item -> item.path("questionnaire").asString("").equals(HOME_CHECK))
        .filter(item -> item.path("day").asInt() == 3)
        .findFirst()
        .orElseThrow();
  }

  /** The scale of the patient's only report that has it. */
  private JsonNode score(TestPatient patient, String scale) {
    await().atMost(SOON).until(() -> find(patient, scale).isPresent());
    return find(patient, scale).orElseThrow();
  }

  private static Optional<JsonNode> find(TestPatient patient, String scale) {
    return Arrays.stream(patient.scores())
        .flatMap(event -> event.value().path("scores").valueStream())
        .filter(score -> score.path("scale").asString("").equals(scale))
        .findFirst();
  }

  private static String quantity(String value, String unit) {
    return "\"valueQuantity\":{\"value\":%s,\"code\":\"%s\"}".formatted(value, unit);
  }
}
