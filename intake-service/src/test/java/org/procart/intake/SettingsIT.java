package org.procart.intake;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.procart.schemas.SiteChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.test.EmbeddedKafkaBroker;

/** Sites, patients, advice and questionnaires as their users see them. */
@IntakeTest
class SettingsIT {

  @Autowired Clinic clinic;
  @Autowired EmbeddedKafkaBroker broker;
  @Autowired MongoDatabase database;

  @Test
  void aBadSiteIsRefusedWithEveryFaultAndItsPlace() {
    // When
    Clinic.Answer answer =
        clinic.put(
            "/sites/site-bad",
            Parts.TOKENS.operator(),
            """
            {"zoneId":"Europe/Nowhere","country":"XX","languages":["en"],"emergencyNumber":"call us",
             "advice":{"en":{"URGENT":"Call."},"fr":{}},"director":"Anna Example",
             "staffedHours":[{"dayOfWeek":"MONDAY","from":"18:00","to":"08:00"}]}
            """);

    // Then
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
    assertThat(answer.body().path("code").asString()).isEqualTo("invalid");
    assertThat(answer.body().path("errors").valueStream().map(e -> e.path("pointer").asString()))
        .containsExactlyInAnyOrder(
            "/name",
            "/zoneId",
            "/country",
            "/emergencyNumber",
            "/advicePhone",
            "/advice/en/CONTACT",
            "/advice/en/NONE",
            "/advice/fr",
            "/staffedHours/0/to",
            "/director");
    assertThat(answer.text()).doesNotContain("Anna", "Nowhere");
  }

  @Test
  void aBadEnrolmentIsRefusedWithEveryFaultAndItsPlace() {
    // When
    Clinic.Answer answer =
        clinic.put(
            "/patients/p-bad",
            Parts.TOKENS.siteAdmin("site-a"),
            """
            {"siteId":"site-z","name":"Anna Example","status":"WELL","schedule":"weekly",
             "therapy":[{"product":"axi-cel","infusionDate":"14.11.2026"}],
             "carers":[{"carerId":"Anna Example","validFrom":"2026-11-20","validTo":"2026-11-01"}],
             "consent":{"care":"yes"}}
            """);

    // Then
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").valueStream().map(e -> e.path("pointer").asString()))
        .containsExactlyInAnyOrder(
            "/siteId",
            "/name",
            "/status",
            "/schedule",
            "/therapy/0/indication",
            "/therapy/0/infusionDate",
            "/carers/0/carerId",
            "/carers/0/validTo",
            "/consent/care");
    assertThat(answer.text()).doesNotContain("Anna");
  }

  @Test
  void rolesAndSitesDecideWhoMayChangeWhat() {
    // Given
    String patientId = clinic.enrol();
    String path = "/patients/" + patientId;
    String body = "{\"siteId\":\"site-a\",\"status\":\"ACTIVE\"}";

    // Then
    assertThat(clinic.put(path, Parts.TOKENS.siteAdmin("site-b"), body).status()).isEqualTo(403);
    assertThat(clinic.put(path, Parts.TOKENS.frontEnd("site-a"), body).status()).isEqualTo(403);
    assertThat(clinic.put(path, Parts.TOKENS.operator(), body).status()).isEqualTo(403);
    assertThat(clinic.get(path, Parts.TOKENS.siteAdmin("site-b")).status()).isEqualTo(404);
    assertThat(clinic.get(path, Parts.TOKENS.patient(patientId)).status()).isEqualTo(403);
    assertThat(clinic.get("/sites/site-a", Parts.TOKENS.siteAdmin("site-a")).status())
        .isEqualTo(200);
    assertThat(clinic.get("/sites/site-a", Parts.TOKENS.siteAdmin("site-b")).status())
        .isEqualTo(404);
    assertThat(
            clinic
                .put(
                    "/sites/site-a",
                    Parts.TOKENS.siteAdmin("site-a"),
                    Clinic.site("Europe/London", "999"))
                .status())
        .isEqualTo(403);
    // A patient is not taken over by another site's administrator.
    String taken = body.replace("site-a", "site-b");
    assertThat(clinic.put(path, Parts.TOKENS.siteAdmin("site-b"), taken).status()).isEqualTo(403);
    assertThat(clinic.put(path, Parts.TOKENS.siteAdmin("site-a", "site-b"), taken).status())
        .isEqualTo(200);
  }

  @Test
  void onlyAnOperatorEnrolsPatientsThatDoNotExist() {
    // Given
    String path = "/patients/proof-of-life-" + UUID.randomUUID();
    String body = "{\"siteId\":\"site-a\",\"status\":\"ACTIVE\"}";

    // Then
    assertThat(clinic.put(path, Parts.TOKENS.siteAdmin("site-a"), body).status()).isEqualTo(403);
    Clinic.Answer answer = clinic.put(path, Parts.TOKENS.operator(), body);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("synthetic").asBoolean()).isTrue();
  }

  @Test
  void theSameSettingsAgainChangeNothing() {
    // Given
    String path = "/sites/site-" + UUID.randomUUID();
    Clinic.Answer first =
        clinic.put(path, Parts.TOKENS.operator(), Clinic.site("Europe/London", "999"));

    // When
    Clinic.Answer again = clinic.put(path, Parts.TOKENS.operator(), first.text());

    // Then
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.headers()).containsEntry("etag", "\"1\"");
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void manyChangesAtOnceEachHaveTheirRevision() throws Exception {
    // Given
    String siteId = "site-" + UUID.randomUUID();

    // When
    List<Clinic.Answer> answers;
    try (ExecutorService operators = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Clinic.Answer>> sent =
          operators.invokeAll(
              IntStream.range(0, 8)
                  .<Callable<Clinic.Answer>>mapToObj(
                      i ->
                          () ->
                              clinic.put(
                                  "/sites/" + siteId,
                                  Parts.TOKENS.operator(),
                                  Clinic.site("Europe/London", "99" + i)))
                  .toList());
      answers = sent.stream().map(Future::resultNow).toList();
    }

    // Then
    assertThat(answers).extracting(Clinic.Answer::status).containsOnly(200, 201);
    assertThat(answers)
        .extracting(answer -> answer.headers().get("etag"))
        .containsExactlyInAnyOrder(
            "\"1\"", "\"2\"", "\"3\"", "\"4\"", "\"5\"", "\"6\"", "\"7\"", "\"8\"");
    try (Topics<SiteChanged> sites = new Topics<>(broker, "pro.site.v1", SiteChanged.class)) {
      SiteChanged last =
          sites.await(each -> siteId.equals(each.getSiteId()) && each.getRevision() == 8);
      assertThat(
              clinic
                  .get("/sites/" + siteId, Parts.TOKENS.operator())
                  .body()
                  .path("emergencyNumber")
                  .asString())
          .isEqualTo(last.getEmergencyNumber());
    }
  }

  @Test
  void adviceIsOpenAndMayBeKept() {
    // When
    Clinic.Answer german = clinic.getOpen("/sites/site-a/advice?language=de-AT");

    // Then
    assertThat(german.status()).isEqualTo(200);
    assertThat(german.body().path("language").asString()).isEqualTo("de");
    assertThat(german.body().path("advice").path("URGENT").asString())
        .isEqualTo("Rufen Sie jetzt an.");
    // No German text for this level: the site's first language.
    assertThat(german.body().path("advice").path("NONE").asString()).isEqualTo("Thank you.");
    assertThat(german.body().path("emergencyNumber").asString()).isEqualTo("999");
    assertThat(german.headers().get("cache-control")).contains("max-age=300");
    assertThat(
            clinic
                .getOpen(
                    "/sites/site-a/advice?language=de",
                    "If-None-Match",
                    String.valueOf(german.headers().get("etag")))
                .status())
        .isEqualTo(304);
    assertThat(clinic.getOpen("/sites/site-none/advice").status()).isEqualTo(404);
    assertThat(clinic.getOpen("/sites/site-a").status()).isEqualTo(401);
  }

  @Test
  void whatSomebodyWasToldIsKeptInItsWords() {
    // Given a site that changes its number and then its words
    String path = "/sites/site-" + UUID.randomUUID();
    String site = Clinic.site("Europe/London", "999");
    clinic.put(path, Parts.TOKENS.operator(), site);
    String first = version(path);
    clinic.put(path, Parts.TOKENS.operator(), site.replace("Example Hospital", "New Name"));
    assertThat(version(path)).isEqualTo(first);

    // When
    clinic.put(path, Parts.TOKENS.operator(), site.replace("Call now.", "Call at once."));

    // Then
    assertThat(version(path)).isNotEqualTo(first);
    Clinic.Answer kept = clinic.getOpen(path + "/advice?language=en&version=" + first);
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.body().path("advice").path("URGENT").asString()).isEqualTo("Call now.");
    assertThat(kept.body().path("version").asString()).isEqualTo(first);
    assertThat(kept.headers().get("cache-control")).contains("immutable");
    String name = first.substring(first.indexOf('/') + 1);
    assertThat(clinic.getOpen(path + "/advice?version=" + name).body().path("advice"))
        .isEqualTo(kept.body().path("advice"));
    assertThat(clinic.getOpen(path + "/advice?version=0123456789ab").status()).isEqualTo(404);
    assertThat(clinic.getOpen("/sites/site-a/advice?version=" + first).status()).isEqualTo(404);
  }

  @Test
  void thePlatformsOwnWordsAreKeptToo() {
    // When
    Clinic.Answer kept = clinic.getOpen("/sites/site-a/advice?language=nl-BE&version=platform/2");

    // Then
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.body().path("language").asString()).isEqualTo("nl");
    assertThat(kept.body().path("version").asString()).isEqualTo("platform/2");
    assertThat(kept.body().path("advice").path("URGENT").asString()).startsWith("Bel nu");
    assertThat(kept.body().path("emergencyNumber").isNull()).isTrue();
    assertThat(clinic.getOpen("/sites/site-a/advice?version=platform/1").status()).isEqualTo(404);
  }

  @Test
  void wordsOfASiteThatWasStoredBeforeAreKeptOnFirstReading() {
    // Given a site from before words were kept, and a service that has not read it yet
    String siteId = "site-" + UUID.randomUUID();
    String path = "/sites/" + siteId;
    clinic.put(path, Parts.TOKENS.operator(), Clinic.site("Europe/London", "999"));
    String version = version(path);
    copy(siteId, siteId + "-old");
    String older = version(path + "-old");

    // Then
    assertThat(older).isNotEqualTo(version);
    assertThat(clinic.getOpen(path + "-old/advice?version=" + older).status()).isEqualTo(200);
  }

  @Test
  void wordsOfASiteThatWasStoredBeforeAreKeptWhenItChanges() {
    // Given
    String siteId = "site-" + UUID.randomUUID();
    String site = Clinic.site("Europe/London", "999");
    clinic.put("/sites/" + siteId, Parts.TOKENS.operator(), site);
    String digits = version("/sites/" + siteId).replaceFirst(".*/", "");
    copy(siteId, siteId + "-old");
    String path = "/sites/" + siteId + "-old";

    // When
    clinic.put(path, Parts.TOKENS.operator(), site.replace("Call now.", "Call at once."));

    // Then
    assertThat(clinic.getOpen(path + "/advice?version=" + digits).status()).isEqualTo(200);
  }

  private void copy(String siteId, String other) {
    MongoCollection<Document> sites = database.getCollection("sites");
    Document copy = Objects.requireNonNull(sites.find(eq("_id", siteId)).first());
    copy.put("_id", other);
    Objects.requireNonNull(copy.get("state", Document.class)).put("siteId", other);
    sites.insertOne(copy);
  }

  private String version(String path) {
    return clinic.getOpen(path + "/advice").body().path("version").asString();
  }

  @Test
  void aSiteWithoutAHospitalRecordMaySayItWithAnEmptyText() {
    // When
    Clinic.Answer answer =
        clinic.put(
            "/sites/site-" + UUID.randomUUID(),
            Parts.TOKENS.operator(),
            Clinic.site("Europe/London", "999").replace("https://record.example/{patientId}", ""));

    // Then
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().has("patientRecordUrl")).isFalse();
  }

  @Test
  void questionnairesAreFoundByUrlAndById() {
    // Given
    String token = Parts.TOKENS.frontEnd("site-a");
    String url =
        java.net.URLEncoder.encode(
            TestReports.QUESTIONNAIRE, java.nio.charset.StandardCharsets.UTF_8);

    // When
    Clinic.Answer found = clinic.get("/fhir/Questionnaire?url=" + url, token);

    // Then
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.headers().get("content-type")).startsWith("application/fhir+json");
    assertThat(found.body().path("total").asInt()).isEqualTo(1);
    String id = found.body().path("entry").path(0).path("resource").path("id").asString();
    assertThat(clinic.get("/fhir/Questionnaire/" + id, token).body().path("url").asString())
        .isEqualTo(TestReports.QUESTIONNAIRE);
    assertThat(
            clinic
                .get("/fhir/Questionnaire?url=" + url + "&version=0", token)
                .body()
                .path("total")
                .asInt(-1))
        .isZero();
    assertThat(
            clinic
                .get("/fhir/Questionnaire?url=" + url + "%7C2026.0.0", token)
                .body()
                .path("total")
                .asInt())
        .isEqualTo(1);
    Clinic.Answer none = clinic.get("/fhir/Questionnaire/none", token);
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.body().path("resourceType").asString()).isEqualTo("OperationOutcome");
    assertThat(clinic.getOpen("/fhir/Questionnaire").status()).isEqualTo(401);
  }

  @Test
  void underFhirEveryErrorIsAnOperationOutcome() {
    // When
    Clinic.Answer unknown = clinic.get("/fhir/Observation", Parts.TOKENS.frontEnd("site-a"));
    Clinic.Answer wrongMethod =
        clinic.get("/fhir/QuestionnaireResponse", Parts.TOKENS.frontEnd("site-a"));
    Clinic.Answer elsewhere = clinic.get("/nowhere", Parts.TOKENS.frontEnd("site-a"));

    // Then
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body().path("resourceType").asString()).isEqualTo("OperationOutcome");
    assertThat(wrongMethod.status()).isEqualTo(405);
    assertThat(wrongMethod.body().path("resourceType").asString()).isEqualTo("OperationOutcome");
    assertThat(elsewhere.status()).isEqualTo(404);
    assertThat(elsewhere.headers().get("content-type")).startsWith("application/problem+json");
  }

  @Test
  void metadataIsOpen() {
    // When
    Clinic.Answer metadata = clinic.getOpen("/fhir/metadata");

    // Then
    assertThat(metadata.status()).isEqualTo(200);
    assertThat(metadata.body().path("fhirVersion").asString()).isEqualTo("4.0.1");
  }
}
