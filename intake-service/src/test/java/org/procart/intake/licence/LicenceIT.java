package org.procart.intake.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.intake.Clinic;
import org.procart.intake.IntakeTest;
import org.procart.intake.Parts;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a site's licence opens, through HTTP. */
@IntakeTest
class LicenceIT {

  private static final String EQ5D = "https://procart.org/fhir/Questionnaire/eq-5d-5l";

  @Autowired Clinic clinic;
  String siteId = "";

  @BeforeEach
  void open() {
    siteId = "site-" + UUID.randomUUID();
    clinic.put("/sites/" + siteId, Parts.TOKENS.operator(), Clinic.site("Europe/Paris", "15"));
  }

  @Test
  void aLicensedFormIsAskedOnlyWhileTheLicenceIsValid() {
    // Given
    String patientId = "p-" + UUID.randomUUID();
    clinic.enrol(patientId, siteId, "ACTIVE", true);
    assertThat(states(patientId)).containsOnly("NOT_LICENSED").isNotEmpty();

    // When
    Clinic.Answer saved = put("eq-5d-5l", overlay(LocalDate.now(ZoneOffset.UTC).plusYears(1)));

    // Then
    assertThat(saved.status()).isEqualTo(201);
    assertThat(saved.headers()).containsEntry("etag", "\"1\"");
    assertThat(saved.body().path("valid").asBoolean()).isTrue();
    assertThat(put("eq-5d-5l", saved.text()).headers()).containsEntry("etag", "\"1\"");
    assertThat(states(patientId)).doesNotContain("NOT_LICENSED");
    put("eq-5d-5l", overlay(LocalDate.now(ZoneOffset.UTC).minusDays(2)));
    assertThat(states(patientId)).contains("NOT_LICENSED");
    assertThat(clinic.delete(path("eq-5d-5l"), admin()).status()).isEqualTo(204);
    assertThat(clinic.delete(path("eq-5d-5l"), admin()).status()).isEqualTo(404);
    assertThat(states(patientId)).containsOnly("NOT_LICENSED");
  }

  @Test
  void whatWasSentWithoutALicenceIsTakenAllTheSame() {
    // Given
    String patientId = "p-" + UUID.randomUUID();
    clinic.enrol(patientId, siteId, "ACTIVE", true);

    // When
    Clinic.Answer answer =
        clinic.report(
            patientId,
            """
            {"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"%s",
             "item":[{"linkId":"eq5d-vas","answer":[{"valueInteger":70}]}]}
            """
                .formatted(EQ5D));

    // Then
    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void theFormHasTheSitesWordingAsLongAsItIsLicensed() {
    // Given
    String form = "/fhir/Questionnaire/eq-5d-5l?site=%s&language=fr-FR".formatted(siteId);
    String released = clinic.get(form, admin()).text();
    put("eq-5d-5l", overlay(LocalDate.now(ZoneOffset.UTC).plusYears(1)));

    // When
    JsonNode worded = clinic.get(form, admin()).body();

    // Then
    JsonNode mobility = item(worded, "eq5d-mo");
    assertThat(mobility.path("text").asString()).isEqualTo("(wording of the licence)");
    assertThat(mobility.has("_text")).isFalse();
    assertThat(worded.path("language").asString()).isEqualTo("fr");
    assertThat(item(worded, "eq5d-sc").has("_text")).isTrue();
    assertThat(clinic.get(form.replace("fr-FR", "de"), admin()).text()).isEqualTo(released);
    put("eq-5d-5l", overlay(LocalDate.now(ZoneOffset.UTC).minusDays(2)));
    assertThat(clinic.get(form, admin()).text()).isEqualTo(released);
  }

  @Test
  void theWordingIsForThoseOfTheSiteOnly() {
    // Given
    String form = "/fhir/Questionnaire/eq-5d-5l?site=%s&language=fr".formatted(siteId);
    put("eq-5d-5l", overlay(LocalDate.now(ZoneOffset.UTC).plusYears(1)));
    String patientId = "p-" + UUID.randomUUID();
    clinic.enrol(patientId, siteId, "ACTIVE", true);
    String stranger = clinic.enrol();

    // Then
    for (String token :
        List.of(
            admin(),
            Parts.TOKENS.frontEnd(siteId),
            Parts.TOKENS.token("clinician", "c-1", each -> each.claim("sites", List.of(siteId))),
            Parts.TOKENS.patient(patientId),
            Parts.TOKENS.carer("carer-1", stranger, patientId))) {
      assertThat(clinic.get(form, token).text()).contains("(wording of the licence)");
    }
    for (String token :
        List.of(
            Parts.TOKENS.siteAdmin("site-b"),
            Parts.TOKENS.frontEnd("site-a", "site-b"),
            Parts.TOKENS.operator(),
            Parts.TOKENS.patient(stranger),
            Parts.TOKENS.patient("p-nobody"),
            Parts.TOKENS.token("patient", "p-1", each -> each.claim("sites", List.of(siteId))),
            Parts.TOKENS.carer("carer-past", patientId),
            Parts.TOKENS.carer("carer-1", stranger),
            Parts.TOKENS.carer("carer-2", patientId))) {
      Clinic.Answer released = clinic.get(form, token);
      assertThat(released.status()).isEqualTo(200);
      assertThat(released.text()).contains("eq5d-mo").doesNotContain("(wording of the licence)");
    }
  }

  @Test
  void aBadLicenceIsRefusedWithEveryFaultAndItsPlace() {
    // When
    Clinic.Answer answer =
        put(
            "eq-5d-5l",
            """
            {"reference":" ","validTo":"next year","price":7,
             "wording":{"fr":{"eq5d-mo":"x","eq5d-xx":"y","eq5d/~":"z","eq5d-sc":7},"french!":{}}}
            """);

    // Then
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").valueStream().map(e -> e.path("pointer").asString()))
        .containsExactlyInAnyOrder(
            "/licenceHolder",
            "/reference",
            "/validTo",
            "/price",
            "/wording/fr/eq5d-xx",
            "/wording/fr/eq5d~1~0",
            "/wording/fr/eq5d-sc",
            "/wording/french!");
  }

  @Test
  void onlyTheSiteAndTheOperatorSetLicencesAndTheListNamesAllForms() {
    // Given
    String body = overlay(LocalDate.parse("2030-01-01"));

    // Then
    assertThat(clinic.put(path("eq-5d-5l"), Parts.TOKENS.siteAdmin("site-b"), body).status())
        .isEqualTo(403);
    assertThat(clinic.put(path("eq-5d-5l"), Parts.TOKENS.frontEnd(siteId), body).status())
        .isEqualTo(403);
    assertThat(clinic.put(path("eq-5d-5l"), Parts.TOKENS.operator(), body).status()).isEqualTo(201);
    assertThat(put("cart-home-check", body).status()).isEqualTo(404);
    JsonNode list = clinic.get("/sites/" + siteId + "/licences", admin()).body().path("licences");
    assertThat(list.valueStream().map(each -> each.path("owner").asString()))
        .contains("EORTC", "EuroQol", "FACIT", "SBQ");
    assertThat(
            list.valueStream()
                .filter(each -> each.path("valid").asBoolean())
                .map(each -> each.path("questionnaireId").asString()))
        .containsExactly("eq-5d-5l");
    assertThat(
            clinic.get("/sites/" + siteId + "/licences", Parts.TOKENS.siteAdmin("site-b")).status())
        .isEqualTo(404);
  }

  private java.util.List<String> states(String patientId) {
    return clinic
        .get("/patients/" + patientId + "/schedule?from=2020-01-01&to=" + inTenMonths(), admin())
        .body()
        .path("items")
        .valueStream()
        .filter(item -> item.path("questionnaire").asString().equals(EQ5D))
        .map(item -> item.path("state").asString())
        .toList();
  }

  private static LocalDate inTenMonths() {
    return LocalDate.now(ZoneOffset.UTC).plusMonths(10);
  }

  private static JsonNode item(JsonNode form, String linkId) {
    return form.path("item")
        .valueStream()
        .filter(each -> each.path("linkId").asString().equals(linkId))
        .findFirst()
        .orElseThrow();
  }

  private static String overlay(LocalDate validTo) {
    return """
    {"licenceHolder":"Example Hospital","reference":"EQ-123","validTo":"%s",
     "wording":{"fr":{"eq5d-mo":"(wording of the licence)"}}}
    """
        .formatted(validTo);
  }

  private Clinic.Answer put(String questionnaireId, String body) {
    return clinic.put(path(questionnaireId), admin(), body);
  }

  private String path(String questionnaireId) {
    return "/sites/" + siteId + "/licences/" + questionnaireId;
  }

  private String admin() {
    return Parts.TOKENS.siteAdmin(siteId);
  }
}
