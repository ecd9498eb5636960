package org.procart.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Dead phones, dead suppliers, mail scanners: a person is called all the same. */
class CallingIT {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Pattern URL = Pattern.compile("https?://[^\\s\"<>]+");
  private static final Map<String, Integer> CHILLS_SEVERE =
      Map.of("proctcae-74a-frq", 3, "proctcae-74b-sev", 3);

  private final Platform platform = Platform.running();
  private final Clinic clinic = Clinic.opened(platform);

  @Test
  void whereThePhoneIsOffTheDeskIsToldAndTakesItOnForWhoTelephones() {
    Phone desk = clinic.desk();
    clinic.phone.is("undeliverable");
    TestPatient patient = TestPatient.enrolled(clinic, 6);

    patient.send(patient.report("off", CHILLS_SEVERE));

    assertThat(desk.awaitPage().level()).isEqualTo("RED");
    String alertId = alertOf(patient);
    Http.Answer answer =
        Http.post(
            platform.url("notification") + "/notifications/acknowledgement",
            clinician(),
            "{\"alertId\":\"%s\",\"staffId\":\"%s\"}".formatted(alertId, clinic.nurse));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    await()
        .atMost(SOON)
        .until(() -> patient.alert(alertId).path("state").asString().equals("ACKNOWLEDGED"));
    JsonNode taken = patient.alert(alertId).path("acknowledgements").get(0);
    assertThat(taken.path("by").asString()).isEqualTo(clinic.nurse);
    assertThat(taken.path("route").asString()).isEqualTo("desk");
    JsonNode pages = patient.alert(alertId).path("paging").path("pages");
    assertThat(pages.valueStream().map(page -> page.path("outcome").asString()))
        .contains("FAILED", "DELIVERED");
  }

  @Test
  void withOneSupplierDownTheOtherBringsThePage() {
    supplierOne("down");
    try {
      TestPatient patient = TestPatient.enrolled(clinic, 6);

      patient.send(patient.report("supplier", CHILLS_SEVERE));

      clinic.phone.awaitPage();
      assertThat(clinic.phone.messages().getFirst().path("supplier").asString()).isEqualTo("two");
    } finally {
      supplierOne("up");
    }
  }

  @Test
  void aScannerThatOpensEveryLinkAcknowledgesNothing() {
    TestPatient patient = TestPatient.enrolled(clinic, 6);
    patient.send(patient.report("scanner", CHILLS_SEVERE));
    clinic.phone.awaitPage();
    clinic.mailbox.awaitPage();

    List<String> links =
        Stream.of(clinic.phone, clinic.mailbox)
            .flatMap(each -> each.texts().stream())
            .flatMap(text -> URL.matcher(text).results())
            .map(found -> found.group())
            .distinct()
            .toList();
    assertThat(links).isNotEmpty();
    for (String link : links) {
      for (String method : List.of("HEAD", "GET", "OPTIONS", "GET")) {
        assertThat(Http.send(method, link, null, null, null).status()).isLessThan(500);
      }
    }

    JsonNode alert = patient.alert(alertOf(patient));
    assertThat(alert.path("state").asString()).isEqualTo("OPEN");
    assertThat(alert.path("acknowledgements").size()).isZero();
    assertThat(alert.path("paging").path("waitsFor").asString()).isEqualTo("ACKNOWLEDGEMENT");
  }

  private void supplierOne(String mode) {
    Http.Answer answer =
        Http.post(platform.url("captured") + "/suppliers/one", null, "{\"mode\":\"" + mode + "\"}");
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
  }

  private String alertOf(TestPatient patient) {
    await().atMost(SOON).until(() -> !patient.alerts().path("items").isEmpty());
    return patient.alerts().path("items").get(0).path("alertId").asString();
  }

  private String clinician() {
    return platform.token("clinician", "--site", clinic.site, "--staff", "doctor-1");
  }
}
