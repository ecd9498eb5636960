package org.procart.intake.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.intake.Clinic;
import org.procart.intake.IntakeTest;
import org.procart.intake.Parts;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a site sets and what its patients are then asked, through HTTP. */
@IntakeTest
class ScheduleIT {

  private static final String HOME_CHECK = "https://procart.org/fhir/Questionnaire/cart-home-check";
  private static final String EQ5D = "https://procart.org/fhir/Questionnaire/eq-5d-5l";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Autowired Clinic clinic;

  @Test
  void whatWasReportedIsDoneAndNamesItsReceipt() {
    // Given a patient infused six days ago
    String patientId = clinic.enrol();

    // When
    Clinic.Answer report = clinic.report(patientId, homeCheck(patientId, "completed"));

    // Then
    assertThat(report.status()).isEqualTo(201);
    JsonNode today = await().until(() -> today(patientId), item -> state(item).equals("DONE"));
    assertThat(today.path("receipt").asString()).isEqualTo(report.receipt());
    JsonNode schedule = schedule(patientId).body();
    assertThat(schedule.path("protocol").asString()).isEqualTo("cart-home");
    assertThat(schedule.path("protocolVersion").asString()).isEqualTo("1.0.0");
    assertThat(schedule.path("zoneId").asString()).isEqualTo("Europe/London");
    assertThat(schedule.path("items").valueStream().map(item -> item.path("state").asString()))
        .contains("MISSED", "DONE", "UPCOMING");
    assertThat(items(patientId, EQ5D).stream().map(ScheduleIT::state)).containsOnly("NOT_LICENSED");
  }

  @Test
  void aReportThatWasAMistakeIsNotDoneAndAPartIsOpen() {
    // Given
    String patientId = clinic.enrol();
    clinic.report(patientId, homeCheck(patientId, "in-progress"));
    JsonNode part =
        await().until(() -> today(patientId), item -> item.path("partial").asBoolean(false));
    assertThat(state(part)).isEqualTo("OPEN");
    clinic.report(patientId, homeCheck(patientId, "completed"));
    await().until(() -> state(today(patientId)).equals("DONE"));

    // When
    clinic.report(patientId, homeCheck(patientId, "entered-in-error"));

    // Then
    await().until(() -> state(today(patientId)).equals("OPEN"));
    assertThat(today(patientId).path("receipt").isNull()).isTrue();
  }

  @Test
  void onlyThoseWhoCareForThePatientSeeTheSchedule() {
    // Given
    String patientId = clinic.enrol();
    String path = "/patients/" + patientId + "/schedule";
    String clinician =
        Parts.TOKENS.token("clinician", "dr-1", claims -> claims.claim("sites", List.of("site-a")));

    // Then
    for (String allowed :
        List.of(
            Parts.TOKENS.patient(patientId),
            Parts.TOKENS.carer("carer-1", patientId),
            Parts.TOKENS.frontEnd("site-a"),
            Parts.TOKENS.siteAdmin("site-a"),
            clinician)) {
      assertThat(clinic.get(path, allowed).status()).isEqualTo(200);
    }
    for (String refused :
        List.of(
            Parts.TOKENS.patient("p-other"),
            Parts.TOKENS.carer("carer-past", patientId),
            Parts.TOKENS.carer("carer-1", "p-other"),
            Parts.TOKENS.frontEnd("site-b"),
            Parts.TOKENS.operator())) {
      assertThat(clinic.get(path, refused).status()).isEqualTo(404);
    }
  }

  @Test
  void aWindowOfDatesAndAMomentMayBeAskedFor() {
    // Given
    String patientId = clinic.enrol();
    LocalDate infusion = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(6);
    String query = "?from=%s&to=%s&at=%sT12:00:00Z";

    // When
    JsonNode day =
        schedule(
                patientId,
                query.formatted(
                    infusion.plusDays(40), infusion.plusDays(42), infusion.plusDays(42)))
            .body();

    // Then
    assertThat(day.path("day").asInt()).isEqualTo(42);
    assertThat(day.path("items")).hasSize(1);
    assertThat(day.path("items").path(0).path("day").asInt()).isEqualTo(42);
    assertThat(state(day.path("items").path(0))).isEqualTo("OPEN");
    for (String bad : List.of("?from=tomorrow", "?at=noon", "?from=2026-11-20&to=2026-11-19")) {
      assertThat(schedule(patientId, bad).status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at=%2B3000000-01-01T00:00:00Z",
        "at=-999999999-01-01T00:00:00Z",
        "at=1999-12-31T23:59:59Z",
        "at=2100-01-01T00:00:00Z",
        "from=1999-12-31",
        "from=-999999999-01-01",
        "to=2100-01-01",
        "to=%2B999999999-12-31",
      })
  void aTimeThatNobodyPlansForIsRefusedWithItsFieldAndACure(String query) {
    // When
    Clinic.Answer answer = schedule(clinic.enrol(), "?" + query);

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
    JsonNode error = answer.body().path("errors").path(0);
    assertThat(error.path("pointer").asString()).isEqualTo(query.replaceFirst("=.*", ""));
    assertThat(error.toString()).contains("2000-01-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1989-12-31", "-999999999-01-01", "+999999999-12-31", "2100-01-01"})
  void anInfusionThatCannotBeIsRefusedAtEnrolment(String infusionDate) {
    // When
    Clinic.Answer answer =
        clinic.put(
            "/patients/p-" + UUID.randomUUID(),
            Parts.TOKENS.siteAdmin("site-a"),
            """
            {"siteId":"site-a","status":"PLANNED","therapy":[
              {"product":"axi-cel","indication":"lbcl","infusionDate":"1990-01-01"},
              {"product":"axi-cel","indication":"lbcl","infusionDate":"%s"}]}
            """
                .formatted(infusionDate));

    // Then
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").valueStream().map(e -> e.path("pointer").asString()))
        .containsExactly("/therapy/1/infusionDate");
  }

  @Test
  void aProtocolThatAsksForMoreThanAnybodyCanAnswerIsRefused() {
    // Given
    String path = "/sites/site-b/protocols/too-much";
    String admin = Parts.TOKENS.siteAdmin("site-b");
    String entry = "{\"questionnaire\":\"%s\",\"when\":{\"days\":{\"from\":1,\"to\":%d}}}";
    String body = "{\"version\":\"1\",\"title\":\"T\",\"entries\":[%s,%s]}";

    // When
    Clinic.Answer most =
        clinic.put(
            path,
            admin,
            body.formatted(entry.formatted(HOME_CHECK, 3000), entry.formatted(EQ5D, 2000)));
    Clinic.Answer tooMuch =
        clinic.put(
            path,
            admin,
            body.formatted(entry.formatted(HOME_CHECK, 3000), entry.formatted(EQ5D, 2001)));

    // Then
    assertThat(most.status()).isEqualTo(201);
    assertThat(tooMuch.status()).isEqualTo(422);
    assertThat(tooMuch.body().path("errors").path(0).path("pointer").asString())
        .isEqualTo("/entries");
  }

  @Test
  void withoutAnInfusionTheAnswerSaysWhyItIsShort() {
    // Given
    String patientId = "p-" + UUID.randomUUID();
    enrol(patientId, "cart-home", "[]");

    // When
    JsonNode schedule = schedule(patientId).body();

    // Then
    assertThat(schedule.path("infusionDate").isNull()).isTrue();
    assertThat(schedule.path("note").asString()).contains("No infusion date is known");
    assertThat(schedule.path("items")).hasSize(4);
  }

  @Test
  void aSitesOwnProtocolReplacesTheBuiltInOneForItsPatients() {
    // Given
    String siteId = "site-" + UUID.randomUUID();
    clinic.put("/sites/" + siteId, Parts.TOKENS.operator(), Clinic.site("Europe/Paris", "15"));
    String path = "/sites/" + siteId + "/protocols/cart-home";
    String admin = Parts.TOKENS.siteAdmin(siteId);
    String own =
        """
        {"version":"paris-2","title":"Twice a week","entries":[
          {"questionnaire":"%s","when":{"days":{"from":0,"to":28,"every":3}},"due":"20:00",
           "closes":{"daysAfter":1,"at":"12:00"}}]}
        """
            .formatted(HOME_CHECK);

    // When
    Clinic.Answer first = clinic.put(path, admin, own);
    Clinic.Answer again = clinic.put(path, admin, first.text());

    // Then
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.headers()).containsEntry("etag", "\"1\"");
    assertThat(clinic.get(path, admin).body().path("builtIn").asBoolean(true)).isFalse();
    String patientId = "p-" + UUID.randomUUID();
    clinic.enrol(patientId, siteId, "ACTIVE", true);
    JsonNode schedule = schedule(patientId).body();
    assertThat(schedule.path("protocolVersion").asString()).isEqualTo("paris-2");
    assertThat(schedule.path("items").valueStream().map(item -> item.path("day").asInt() % 3))
        .containsOnly(0);
    assertThat(clinic.put(path, Parts.TOKENS.siteAdmin("site-a"), own).status()).isEqualTo(403);
    assertThat(clinic.put(path, Parts.TOKENS.operator(), own).status()).isEqualTo(403);
    Clinic.Answer wrong = clinic.put(path, admin, own.replace("cart-home-check", "unknown"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body().path("errors").path(0).path("pointer").asString())
        .isEqualTo("/entries/0/questionnaire");
    assertThat(clinic.put(path.replace("cart-home", "none"), admin, own).status()).isEqualTo(422);
  }

  @Test
  void aPatientMayHaveAnyProtocolThatTheSiteHas() {
    // Given
    String siteId = "site-" + UUID.randomUUID();
    clinic.put("/sites/" + siteId, Parts.TOKENS.operator(), Clinic.site("Europe/Paris", "15"));
    String patient =
        "{\"siteId\":\"%s\",\"status\":\"ACTIVE\",\"schedule\":\"of-our-own\"}".formatted(siteId);
    String path = "/patients/p-" + UUID.randomUUID();
    String admin = Parts.TOKENS.siteAdmin(siteId);
    assertThat(clinic.put(path, admin, patient).status()).isEqualTo(422);

    // When
    clinic.put(
        "/sites/" + siteId + "/protocols/of-our-own",
        admin,
        """
        {"version":"1","title":"Ours","entries":[
          {"questionnaire":"%s","when":{"afterMonths":[1]}}]}
        """
            .formatted(EQ5D));

    // Then
    assertThat(clinic.put(path, admin, patient).status()).isEqualTo(201);
    assertThat(
            clinic
                .get("/sites/" + siteId + "/protocols", admin)
                .body()
                .path("protocols")
                .valueStream()
                .map(each -> each.path("name").asString()))
        .containsExactly("cart-home", "descar-t-skin", "none", "of-our-own", "qualitop");
  }

  @Test
  void whoDiedIsAskedForNothing() {
    // Given
    String patientId = clinic.enrol();

    // When
    clinic.enrol(patientId, Clinic.SITE, "DECEASED", true);

    // Then
    assertThat(schedule(patientId).body().path("items").valueStream().map(ScheduleIT::state))
        .containsOnly("CANCELLED");
  }

  private void enrol(String patientId, String protocol, String therapy) {
    clinic.put(
        "/patients/" + patientId,
        Parts.TOKENS.siteAdmin("site-a"),
        """
        {"siteId":"site-a","status":"PLANNED","schedule":"%s","therapy":%s}
        """
            .formatted(protocol, therapy));
  }

  private JsonNode today(String patientId) {
    LocalDate today = LocalDate.now(LONDON);
    return items(patientId, HOME_CHECK).stream()
        .filter(item -> item.path("opensAt").asString().startsWith(opens(today)))
        .findFirst()
        .orElseThrow();
  }

  private static String opens(LocalDate day) {
    return day.atStartOfDay(LONDON).toInstant().toString();
  }

  private List<JsonNode> items(String patientId, String questionnaire) {
    return schedule(patientId)
        .body()
        .path("items")
        .valueStream()
        .filter(item -> item.path("questionnaire").asString().equals(questionnaire))
        .toList();
  }

  private Clinic.Answer schedule(String patientId) {
    return schedule(patientId, "");
  }

  private Clinic.Answer schedule(String patientId, String query) {
    return clinic.get(
        "/patients/" + patientId + "/schedule" + query, Parts.TOKENS.patient(patientId));
  }

  private static String state(JsonNode item) {
    return item.path("state").asString();
  }

  private static String homeCheck(String patientId, String status) {
    return """
    {"resourceType":"QuestionnaireResponse","status":"%s","questionnaire":"%s",
     "identifier":{"system":"urn:app","value":"today"},
     "subject":{"reference":"Patient/%s"},
     "item":[{"linkId":"temperature","answer":[{"valueQuantity":{"value":36.8,"code":"Cel"}}]}]}
    """
        .formatted(status, HOME_CHECK, patientId);
  }
}
