package org.procart.alerting.replay;

import static com.mongodb.client.model.Filters.eq;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.procart.alerting.TestEvents.patient;
import static org.procart.alerting.TestEvents.raw;
import static org.procart.alerting.TestEvents.score;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.procart.alerting.LocalPartsInitializer;
import org.procart.alerting.TestAlerts;
import org.procart.alerting.TestDesk;
import org.procart.alerting.TestDesk.Answer;
import org.procart.alerting.TestTopics;
import org.procart.alerting.WithLocalParts;
import org.procart.alerting.alert.PastAlerts;
import org.procart.alerting.history.PastReports;
import org.procart.alerting.patient.EnrolledPatients.Enrolled;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.RulesInForce;
import org.procart.chassis.kafka.EventReader;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.problem.ProblemException;
import org.procart.local.issuer.Role;
import org.procart.local.issuer.TokenOrder;
import org.procart.schemas.AlertChangeKind;
import org.procart.schemas.AlertChanged;
import org.procart.schemas.PatientChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Versions are tried over HTTP on real parts, beside reports that rang live. */
@WithLocalParts
class DryRunIT {

  @LocalServerPort int port;
  @Autowired EventSender sender;
  @Autowired EventReader reader;
  @Autowired MongoDatabase database;
  @Autowired RulesInForce rules;
  @Autowired DryRunStore store;
  @Autowired DryRunProperties properties;
  @Autowired PastReports reports;
  @Autowired PastAlerts alerts;

  private final TestTopics topics =
      new TestTopics(LocalPartsInitializer.parts().bootstrapServers());
  private final String site = "site-" + UUID.randomUUID();
  private final String set = "set-" + site;
  private final String feverish = "patient-" + UUID.randomUUID();
  private final String well = "patient-" + UUID.randomUUID();

  @Test
  void whatRangLiveRingsInTheReplayAndNothingLeavesWhileMoreWouldRing() {
    List<AlertChanged> live = reportsRing();
    actOn(live.getFirst().getAlertId());
    draft("2.0.0", 36.5);
    Map<String, Object> before = everything();

    Answer answer = tryIt("2.0.0", "{}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(before.get("alerts")).asString().contains(feverish);
    assertThat(everything()).isEqualTo(before);
    JsonNode report = answer.body().path("report");
    assertThat(report.path("coverage").path("reports").asInt()).isEqualTo(4);
    assertThat(report.path("coverage").path("patients").asInt()).isEqualTo(2);
    JsonNode load = report.path("compared").path("load");
    assertThat(load.path("red").asInt()).isEqualTo(1);
    assertThat(load.path("soundings").asLong())
        .isEqualTo(live.stream().filter(change -> sounds(change)).count());
    assertThat(report.path("difference").path("added").get(0).path("reports").asInt()).isEqualTo(2);
    assertThat(report.path("difference").path("addedFirst").get(0).path("patientId").asString())
        .isIn(feverish, well);
    assertThat(report.path("difference").path("removed")).isEmpty();
    assertThat(report.path("actedOn").path("alerts").asInt()).isEqualTo(1);
    assertThat(report.path("actedOn").path("actedOn").asInt()).isEqualTo(1);
  }

  @Test
  void theReportMayBeFetchedLaterByThoseOfTheSite() {
    reportsRing();
    draft("2.0.0", 38.5);

    Answer begun = author().postAndGoOn(versions("2.0.0") + "/dry-run", "{}");
    String run = "/rule-sets/" + set + "/dry-runs/" + begun.body().path("runId").asString();

    assertThat(begun.status()).isIn(200, 202);
    await().until(() -> author().get(run).body().path("state").asString().equals("DONE"));
    Answer done = author().get(run);
    assertThat(done.body().path("patientsDone").asInt()).isEqualTo(2);
    assertThat(done.body().path("report").path("difference").path("toAmber").asInt()).isEqualTo(2);
    assertThat(elsewhere().get(run).status()).isEqualTo(403);
    assertThat(author().get("/rule-sets/other/dry-runs/" + lastPart(run)).status()).isEqualTo(404);
  }

  @Test
  void truthAndArrivalsAreTakenFromTheBody() {
    reportsRing();
    draft("2.0.0", 38.5);
    Instant event = Instant.now().plusSeconds(3_600);

    Answer answer =
        tryIt(
            "2.0.0",
            """
            {"to": "%s", "truth": [{"patientId": "%s", "event": "crs", "at": "%s"},
             {"patientId": "%s"}], "arrivals": {"R-nothing": "2026-01-01T00:00:00Z"}}
            """
                .formatted(Instant.now().plusSeconds(7_200), feverish, event, well));

    JsonNode crs =
        answer.body().path("report").path("candidate").path("accuracy").path("byEvent").get(0);
    assertThat(crs.path("sensitivity").asDouble()).isEqualTo(1.0);
    assertThat(crs.path("lead").path("median").asDouble()).isBetween(0.9, 1.1);
  }

  @Test
  void theSetInForceDiffersInNothingFromItself() {
    enrol(feverish, "site-a");
    report(feverish, "site-a", "cart-temperature", 39.0);
    changes(feverish, 1);
    String version = rules.now().forSite(null).version();

    JsonNode report =
        operatorToo()
            .post("/rule-sets/default/versions/" + version + "/dry-run", null)
            .body()
            .path("report");

    assertThat(report.path("compared").path("load").path("red").asInt()).isPositive();
    assertThat(report.path("candidate").path("load"))
        .isEqualTo(report.path("compared").path("load"));
    assertThat(report.path("difference").path("added")).isEmpty();
    assertThat(report.path("difference").path("removed")).isEmpty();
  }

  @Test
  void whoMayTryWhat() {
    draft("2.0.0", 38.5);
    String ours = versions("2.0.0") + "/dry-run";
    String everybodys =
        "/rule-sets/default/versions/" + rules.now().forSite(null).version() + "/dry-run";

    assertThat(elsewhere().post(ours, "{}").status()).isEqualTo(403);
    assertThat(TestDesk.of(port, Role.CLINICIAN, "nurse-1", site).post(ours, "{}").status())
        .isEqualTo(403);
    assertThat(author().post(everybodys, "{}").status()).isEqualTo(403);
    assertThat(author().post(everybodys, siteId("another")).status()).isEqualTo(403);
    assertThat(author().post(everybodys, siteId(site)).status()).isEqualTo(200);
    assertThat(author().post(ours, siteId("another")).status()).isEqualTo(422);
    assertThat(author().post(versions("9.9.9") + "/dry-run", "{}").status()).isEqualTo(404);
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    draft("2.0.0", 38.5);

    assertThat(tryIt("2.0.0", "{\"from\":\"2026-03-02\",\"to\":\"2026-03-01\"}").status())
        .isEqualTo(400);
    assertThat(tryIt("2.0.0", "{\"from\":\"last week\"}").body().path("errors").toString())
        .contains("/from");
    assertThat(tryIt("2.0.0", "{\"episodeHours\":0}").status()).isEqualTo(400);
    assertThat(tryIt("2.0.0", "{\"truth\":[{\"event\":\"crs\"}]}").status()).isEqualTo(400);
    assertThat(tryIt("2.0.0", "{\"truth\":[null]}").status()).isEqualTo(400);
    assertThat(
            tryIt("2.0.0", "{\"truth\":[{\"patientId\":\"p\",\"event\":\"crs\"}]}")
                .body()
                .path("errors")
                .toString())
        .contains("/truth/0/at");
  }

  @Test
  void oneAtATimeAndItSaysHowFarItIs() throws InterruptedException {
    CountDownLatch goOn = new CountDownLatch(1);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    DryRun slow =
        new DryRun(
            () -> {
              waitFor(goOn);
              return List.of(new Enrolled("nobody", site));
            },
            reports,
            alerts);
    DryRunDesk desk = new DryRunDesk(slow, store, properties, Clock.systemUTC(), thread);

    DryRunDocument begun = desk.begin(order(), Duration.ZERO);

    assertThat(begun.state()).isEqualTo(DryRunState.RUNNING);
    assertThatThrownBy(() -> desk.begin(order(), Duration.ZERO))
        .isInstanceOfSatisfying(
            ProblemException.class, told -> assertThat(told.status().value()).isEqualTo(409));
    goOn.countDown();
    await().until(() -> desk.find(begun.id()).orElseThrow().state() == DryRunState.DONE);
    assertThat(desk.find(begun.id()).orElseThrow().total()).isEqualTo(1);
    // It is free a moment after the store knows that the first has ended.
    await()
        .ignoreException(ProblemException.class)
        .until(() -> desk.begin(order(), Duration.ofSeconds(20)).state() == DryRunState.DONE);
    desk.stop();
  }

  @Test
  void aRunThatBreaksOffOrIsStoppedOrDiesSaysSo() throws InterruptedException {
    DryRunDesk broken =
        desk(
            new DryRun(
                () -> {
                  throw new IllegalStateException("the register cannot be read");
                },
                reports,
                alerts));
    DryRunDesk stopped =
        desk(
            new DryRun(
                () -> {
                  waitFor(new CountDownLatch(1));
                  return List.of();
                },
                reports,
                alerts));

    DryRunDocument failed = broken.begin(order(), Duration.ofSeconds(20));
    DryRunDocument cut = stopped.begin(order(), Duration.ZERO);
    stopped.stop();
    broken.stop();
    Instant longAgo = Instant.now().minus(Duration.ofMinutes(3));
    store.begin(DryRunDocument.begun("dead-" + site, order(), longAgo, Duration.ofDays(30)));

    assertThat(failed.state()).isEqualTo(DryRunState.FAILED);
    assertThat(failed.failure()).contains("broke off");
    assertThat(broken.find(cut.id()).orElseThrow().failure()).contains("was stopped");
    assertThat(broken.find("dead-" + site).orElseThrow().state()).isEqualTo(DryRunState.FAILED);
  }

  /** 38.0 in force; one patient is warm, then feverish, then a little better; the other is well. */
  private List<AlertChanged> reportsRing() {
    draft("1.0.0", 38.0);
    TestDesk.of(port, Role.RULE_APPROVER, "approver-1", site)
        .post(versions("1.0.0") + "/approval", "{\"reason\":\"agreed by the ward\"}");
    await().until(() -> rules.now().forSite(site).id().equals(set));
    enrol(feverish, site);
    enrol(well, site);
    report(feverish, site, "temperature", 37.2);
    report(well, site, "temperature", 36.6);
    report(feverish, site, "temperature", 38.2);
    report(feverish, site, "temperature", 38.0);
    return changes(feverish, 2);
  }

  private void draft(String version, double limit) {
    Answer answer =
        author()
            .put(versions(version), "application/yaml", TestSets.text(set, version, site, limit));
    assertThat(answer.status()).isEqualTo(201);
  }

  private Answer tryIt(String version, String body) {
    return author().post(versions(version) + "/dry-run", body);
  }

  private void enrol(String patientId, String siteId) {
    PatientChanged event =
        PatientChanged.newBuilder(patient(patientId, 1, LocalDate.now(ZoneOffset.UTC)))
            .setSiteId(siteId)
            .build();
    sender.send("pro.patient.v1", patientId, event).join();
    await()
        .until(() -> database.getCollection("patients").countDocuments(eq("_id", patientId)) == 1);
  }

  private void report(String patientId, String siteId, String scale, double value) {
    sender
        .send(
            "pro.score.v1",
            patientId,
            score(UUID.randomUUID().toString(), patientId)
                .setSiteId(siteId)
                .setScores(raw(scale, value))
                .build())
        .join();
  }

  private List<AlertChanged> changes(String patientId, int count) {
    TestAlerts all = new TestAlerts(reader, topics);
    all.last(patientId, count);
    return all.of(patientId);
  }

  private void actOn(String alertId) {
    Answer answer =
        TestDesk.of(port, Role.CLINICIAN, "nurse-1", site)
            .post("/alerts/" + alertId + "/actions", "{\"code\":\"called\"}");
    assertThat(answer.status()).isEqualTo(200);
    changes(feverish, 3);
  }

  private static boolean sounds(AlertChanged change) {
    return change.getKind() == AlertChangeKind.RAISED
        || change.getKind() == AlertChangeKind.WORSENED;
  }

  /** All that is on any topic or in any alert or score of this test's patients and site. */
  private Map<String, Object> everything() {
    Map<String, Object> found = new TreeMap<>();
    for (String topic : topics.names()) {
      found.put(topic, topics.all(topic).stream().filter(this::isOurs).count());
    }
    for (String collection :
        List.of("alerts", "alerts_archive", "score_history", "score_history_index", "worklist")) {
      found.put(
          collection,
          database.getCollection(collection).find().into(new ArrayList<>()).stream()
              .map(Document::toString)
              .filter(this::isOurs)
              .toList());
    }
    return found;
  }

  private boolean isOurs(ConsumerRecord<String, byte[]> record) {
    return isOurs(record.key() + (record.value() == null ? "" : new String(record.value(), UTF_8)));
  }

  private boolean isOurs(String text) {
    return Stream.of(site, feverish, well).anyMatch(text::contains);
  }

  private DryRunOrder order() {
    RuleSet candidate = TestSets.feverFrom(38.5);
    Contest contest = new Contest(candidate, candidate, site, site::equals);
    Period period = new Period(Instant.now().minus(Duration.ofDays(1)), Instant.now());
    Terms terms = new Terms(period, Duration.ofHours(24), Duration.ofHours(72), Map.of());
    return new DryRunOrder(contest, terms, null, "author-1");
  }

  private DryRunDesk desk(DryRun dryRun) {
    return new DryRunDesk(
        dryRun, store, properties, Clock.systemUTC(), Executors.newSingleThreadExecutor());
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private TestDesk author() {
    return TestDesk.of(port, Role.RULE_AUTHOR, "author-1", site);
  }

  private TestDesk elsewhere() {
    return TestDesk.of(port, Role.RULE_AUTHOR, "author-2", "site-elsewhere");
  }

  private TestDesk operatorToo() {
    List<String> roles = List.of(Role.RULE_AUTHOR.claim(), Role.OPERATOR.claim());
    return TestDesk.of(
        port, new TokenOrder(roles, "author-3", null, List.of(), List.of("site-a"), 3_600));
  }

  private String versions(String version) {
    return "/rule-sets/" + set + "/versions/" + version;
  }

  private static String siteId(String id) {
    return "{\"siteId\":\"" + id + "\"}";
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
