package org.procart.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.procart.alerting.TestEvents.notification;
import static org.procart.alerting.TestEvents.raw;
import static org.procart.alerting.TestEvents.score;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.alerting.patient.Patients;
import org.procart.chassis.kafka.EventReader;
import org.procart.chassis.kafka.EventSender;
import org.procart.local.issuer.Role;
import org.procart.schemas.AlertChangeKind;
import org.procart.schemas.AlertChanged;
import org.procart.schemas.AlertLevel;
import org.procart.schemas.AlertState;
import org.procart.schemas.Completeness;
import org.procart.schemas.NotificationChanged;
import org.procart.schemas.NotificationKind;
import org.procart.schemas.ScoreMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The service between real topics, with a real store and tokens of a real issuer. */
@WithLocalParts
class AlertingIT {

  private static final String BREATH = "proctcae-19a-sev";
  private static final String PAIN = "proctcae-48b-sev";

  @LocalServerPort int port;
  @Autowired EventSender sender;
  @Autowired EventReader reader;
  @Autowired MeterRegistry meters;
  @Autowired Patients patients;

  private final TestTopics topics =
      new TestTopics(LocalPartsInitializer.parts().bootstrapServers());
  private final String patient = "patient-" + UUID.randomUUID();
  private TestAlerts alerts;

  @BeforeEach
  void open() {
    alerts = new TestAlerts(reader, topics);
  }

  @Test
  void aSevereSafetySymptomRaisesARedAlertWithItsEvidence() {
    String id = id();
    send("pro.score.v1", score(id, patient).setScores(raw(BREATH, 3)).build());

    AlertChanged raised = alerts.last(patient, 1);
    assertThat(raised.getKind()).isEqualTo(AlertChangeKind.RAISED);
    assertThat(raised.getState()).isEqualTo(AlertState.OPEN);
    assertThat(raised.getLevel()).isEqualTo(AlertLevel.RED);
    assertThat(raised.getSounding()).isEqualTo(1);
    assertThat(raised.getPageable()).isTrue();
    assertThat(raised.getSiteId()).isEqualTo("site-a");
    assertThat(raised.getCorrelationId()).isEqualTo(TestEvents.receipt(id));
    assertThat(raised.getRuleId()).isEqualTo("pro-ctcae-symptoms");
    assertThat(raised.getRuleSetVersion()).isNotEmpty();
    assertThat(raised.getEvidence()).hasSize(1);
    assertThat(raised.getEvidence().getFirst().getScale()).isEqualTo(BREATH);
    assertThat(raised.getEvidence().getFirst().getValue()).isEqualTo(3.0);
  }

  @Test
  void theSameScoreTwiceIsOneAlertAndOneChange() {
    String id = id();
    double duplicates = flow("duplicate");
    send("pro.score.v1", score(id, patient).setScores(raw(PAIN, 3)).build());
    send("pro.score.v1", score(id, patient).setScores(raw(PAIN, 3)).build());
    // A second report proves that the duplicate was passed before it.
    send("pro.score.v1", score(id(), patient).setScores(raw(PAIN, 4)).build());

    AlertChanged last = alerts.last(patient, 2);
    assertThat(last.getKind()).isEqualTo(AlertChangeKind.WORSENED);
    assertThat(last.getRevision()).isEqualTo(2);
    assertThat(flow("duplicate")).isGreaterThan(duplicates);
  }

  @Test
  void shadowScoresRaiseNothingAndAreKeptNowhere() {
    send(
        "pro.score.v1",
        score(id(), patient).setMode(ScoreMode.SHADOW).setScores(raw(BREATH, 4)).build());
    // Measured against the shadow's 4 this would not ring; without it, it is a first 3.
    send("pro.score.v1", score(id(), patient).setScores(raw(PAIN, 3)).build());

    assertThat(alerts.last(patient, 1).getLevel()).isEqualTo(AlertLevel.AMBER);
  }

  @Test
  void whatIsOldIsListedAndPagesNobody() {
    var score = score(id(), patient).setScores(raw(BREATH, 4));
    score.setAuthoredAt(score.getReceivedAt().minus(Duration.ofHours(73)));
    send("pro.score.v1", score.build());

    AlertChanged raised = alerts.last(patient, 1);
    assertThat(raised.getPageable()).isFalse();
    assertThat(raised.getNotPagedReason()).isEqualTo("OBSERVED_LONG_AGO");
  }

  @Test
  void anAlertIsAcknowledgedByThePageAndReopenedByWorse() {
    send("pro.score.v1", score(id(), patient).setScores(raw(PAIN, 3)).build());
    String alertId = alerts.last(patient, 1).getAlertId();
    send("pro.notification.v1", taken(alertId, 1, 1));
    send("pro.notification.v1", taken(alertId, 1, 1));

    AlertChanged acknowledged = alerts.last(patient, 2);
    assertThat(acknowledged.getState()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(acknowledged.getAcknowledgements())
        .singleElement()
        .satisfies(
            by -> {
              assertThat(by.getBy()).isEqualTo("nurse-1");
              assertThat(by.getRoute()).isEqualTo("sms-reply");
              assertThat(by.getSounding()).isEqualTo(1);
            });

    send("pro.score.v1", score(id(), patient).setScores(raw(PAIN, 4)).build());
    AlertChanged worse = alerts.last(patient, 3);
    assertThat(worse.getState()).isEqualTo(AlertState.OPEN);
    assertThat(worse.getSounding()).isEqualTo(2);

    send("pro.notification.v1", taken(alertId, 1, 2));
    assertThat(alerts.last(patient, 4).getState()).isEqualTo(AlertState.OPEN);
    send("pro.notification.v1", taken(alertId, 2, 3));
    assertThat(alerts.last(patient, 5).getState()).isEqualTo(AlertState.ACKNOWLEDGED);
  }

  @Test
  void aRedIsClosedOnlyAfterAnAction() {
    send("pro.score.v1", score(id(), patient).setScores(raw(BREATH, 3)).build());
    String path = "/alerts/" + alerts.last(patient, 1).getAlertId();
    TestDesk nurse = TestDesk.nurse(port);

    assertThat(nurse.post(path + "/acknowledgement", null).body().get("state").asString())
        .isEqualTo("ACKNOWLEDGED");
    TestDesk.Answer refused = nurse.post(path + "/closure", "{\"outcome\":\"resolved\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("code").asString()).isEqualTo("action-required");
    assertThat(
            nurse
                .post(path + "/actions", "{\"code\":\"called-patient\",\"note\":\"spoke\"}")
                .status())
        .isEqualTo(200);
    TestDesk.Answer closed = nurse.post(path + "/closure", "{\"outcome\":\"resolved\"}");
    assertThat(closed.status()).isEqualTo(200);
    assertThat(closed.body().get("state").asString()).isEqualTo("CLOSED");
    assertThat(nurse.post(path + "/closure", "{\"outcome\":\"resolved\"}").status()).isEqualTo(409);

    AlertChanged last = alerts.last(patient, 4);
    assertThat(last.getOutcome()).isEqualTo("resolved");
    assertThat(last.getClosedBy()).isEqualTo("nurse-1");

    send("pro.score.v1", score(id(), patient).setScores(raw(BREATH, 3)).build());
    AlertChanged again = alerts.last(patient, 5);
    assertThat(again.getKind()).isEqualTo(AlertChangeKind.RAISED);
    assertThat(again.getAlertId()).isNotEqualTo(last.getAlertId());
  }

  @Test
  void theDeskExplainsWhyAnAlertRang() {
    send(
        "pro.patient.v1",
        TestEvents.patient(patient, 1, LocalDate.now(ZoneOffset.UTC).minusDays(5)));
    send(
        "pro.site.v1",
        TestEvents.site("site-a", System.currentTimeMillis(), "https://epr.example/{patientId}"));
    send("pro.score.v1", score(id(), patient).setScores(raw(PAIN, 3)).build());
    String alertId = alerts.last(patient, 1).getAlertId();
    send(
        "pro.notification.v1",
        notification(alertId, NotificationKind.DELIVERED, 1, 2)
            .setAttemptId("a-1")
            .setRecipientId("nurse-9")
            .setChannel("sms")
            .build());
    TestDesk nurse = TestDesk.nurse(port);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode detail = nurse.get("/alerts/" + alertId).body();
              assertThat(detail.get("timeline").toString()).contains("DELIVERED", "RAISED");
              assertThat(detail.get("patientRecordUrl").asString())
                  .isEqualTo("https://epr.example/" + patient);
              assertThat(detail.get("therapy").get(0).get("product").asString())
                  .isEqualTo("axi-cel");
            });
    JsonNode detail = nurse.get("/alerts/" + alertId).body();
    JsonNode page = detail.get("paging").get("pages").get(0);
    assertThat(page.get("recipientId").asString()).isEqualTo("nurse-9");
    assertThat(page.get("outcome").asString()).isEqualTo("DELIVERED");
    assertThat(detail.get("alertId").asString()).isEqualTo(alertId);
    assertThat(detail.get("dayAfterInfusion").asInt()).isEqualTo(5);
    assertThat(detail.get("rule").get("citation").asString()).contains("SYMPATHY");
    assertThat(detail.get("rule").get("clauses").toString()).contains("hasValue && value >= 3.0");
    assertThat(detail.get("evidence").get(0).get("wording").asString()).isNotEmpty();
    assertThat(detail.get("lastSevenDays").get(0).get("scales").toString()).contains(PAIN);
  }

  @Test
  void tokensSeeOnlyTheirSitesAndOperatorsNothingClinical() {
    send("pro.score.v1", score(id(), patient).setScores(raw(PAIN, 3)).build());
    String path = "/alerts/" + alerts.last(patient, 1).getAlertId();
    TestDesk other = TestDesk.of(port, Role.CLINICIAN, "nurse-b", "site-b");
    TestDesk operator = TestDesk.of(port, Role.OPERATOR, "op-1");

    assertThat(TestDesk.nurse(port).get("/alerts?patientId=" + patient).body().get("total").asInt())
        .isEqualTo(1);
    assertThat(other.get(path).status()).isEqualTo(403);
    assertThat(other.get("/alerts?siteId=site-a").status()).isEqualTo(403);
    assertThat(other.get("/alerts").body().toString()).doesNotContain(patient);
    assertThat(other.post(path + "/acknowledgement", null).status()).isEqualTo(403);
    assertThat(TestDesk.patient(port, patient).get(path).status()).isEqualTo(403);
    assertThat(operator.get(path).body().toString())
        .contains("AMBER")
        .doesNotContain(patient)
        .doesNotContain("proctcae")
        .doesNotContain("Answer of 3");
    assertThat(operator.post(path + "/acknowledgement", null).status()).isEqualTo(403);
  }

  @Test
  void aDeadLetterIsAPatientWhomSomebodyLooksAt() {
    send(
        "pro.patient.v1",
        TestEvents.patient(patient, 1, LocalDate.now(ZoneOffset.UTC).minusDays(40)));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(count("pro.patient.v1", "processed")).isPositive());
    topics.send("pro.score.v1", patient, "no avro".getBytes(StandardCharsets.UTF_8));

    AlertChanged raised = alerts.last(patient, 1);
    assertThat(raised.getRuleId()).isEqualTo("report-unreadable");
    assertThat(raised.getSiteId()).isEqualTo("site-a");
    assertThat(raised.getLevel()).isEqualTo(AlertLevel.AMBER);
    assertThat(raised.getDayAfterInfusion()).isEqualTo(40);
  }

  @Test
  void aDeadLetterOfAnUnknownPatientHasNoSiteAndIsRed() {
    topics.send(
        "pro.submission.v1.scoring-dlt", patient, "poison".getBytes(StandardCharsets.UTF_8));

    AlertChanged raised = alerts.last(patient, 1);
    assertThat(raised.getSiteId()).isNull();
    assertThat(raised.getLevel()).isEqualTo(AlertLevel.RED);
    String path = "/alerts/" + raised.getAlertId();
    assertThat(TestDesk.nurse(port).get(path).status()).isEqualTo(403);
    assertThat(
            TestDesk.of(port, Role.OPERATOR, "op-1").post(path + "/acknowledgement", null).status())
        .isEqualTo(200);
  }

  @Test
  void anUnreadableReportRingsAtItsSite() {
    send(
        "pro.score.v1",
        score(id(), patient)
            .setScorer("none")
            .setCompleteness(Completeness.UNREADABLE)
            .setDayAfterInfusion(null)
            .build());

    AlertChanged raised = alerts.last(patient, 1);
    assertThat(raised.getRuleId()).isEqualTo("report-unreadable");
    assertThat(raised.getLevel()).isEqualTo(AlertLevel.RED);
  }

  @Test
  void enteredInErrorIsToldAndUnringsNothing() {
    String wrong = id();
    var first = score(wrong, patient).setScores(raw(BREATH, 4)).build();
    send("pro.score.v1", first);
    alerts.last(patient, 1);
    send(
        "pro.score.v1",
        score(id(), patient)
            .setReportStatus("entered-in-error")
            .setSupersedes(first.getSubmissionId())
            .setScores(raw(BREATH, 4))
            .build());

    AlertChanged corrected = alerts.last(patient, 2);
    assertThat(corrected.getKind()).isEqualTo(AlertChangeKind.CORRECTED);
    assertThat(corrected.getState()).isEqualTo(AlertState.OPEN);
    assertThat(corrected.getSounding()).isEqualTo(1);
  }

  @Test
  void freeTextIsAWorkListEntryAndNoPage() {
    TestDesk nurse = TestDesk.nurse(port);
    send("pro.score.v1", score(id(), patient).setFreeTextPresent(true).build());
    JsonNode item =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> workItem(nurse), found -> !found.isMissingNode());

    assertThat(item.get("kind").asString()).isEqualTo("FREE_TEXT");
    String done = "/worklist/" + item.get("itemId").asString() + "/done";
    assertThat(nurse.post(done, null).status()).isEqualTo(204);
    assertThat(workItem(nurse).isMissingNode()).isTrue();
    assertThat(nurse.get("/worklist?siteId=site-b").status()).isEqualTo(403);
    assertThat(alerts.of(patient)).isEmpty();
  }

  @Test
  void aFaultyRequestIsRefusedByName() {
    TestDesk nurse = TestDesk.nurse(port);

    assertThat(nurse.get("/alerts?state=WRONG").status()).isEqualTo(400);
    assertThat(nurse.get("/alerts?page=-1").status()).isEqualTo(400);
    assertThat(nurse.get("/alerts/none").status()).isEqualTo(404);
    assertThat(nurse.get("/worklist").status()).isEqualTo(400);
    send("pro.score.v1", score(id(), patient).setScores(raw(PAIN, 3)).build());
    String path = "/alerts/" + alerts.last(patient, 1).getAlertId();
    TestDesk.Answer refused = nurse.post(path + "/actions", "{\"code\":\" \"}");
    assertThat(refused.status()).isIn(400, 422);
    assertThat(refused.body().toString()).contains("code");
    assertThat(nurse.post(path + "/actions", "{").status()).isEqualTo(400);
  }

  @Test
  void anErasedPatientIsForgotten() {
    send("pro.patient.v1", TestEvents.patient(patient, 1, LocalDate.now(ZoneOffset.UTC)));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(patients.find(patient)).isPresent());
    send("pro.patient.v1", TestEvents.patient(patient, 3, LocalDate.now(ZoneOffset.UTC)));
    send("pro.patient.v1", TestEvents.patient(patient, 2, LocalDate.now(ZoneOffset.UTC)));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(patients.find(patient).orElseThrow().revision()).isEqualTo(3));

    topics.send("pro.patient.v1", patient, null);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(patients.find(patient)).isEmpty());
  }

  @Test
  void theRulesInForceCanBeRead() {
    TestDesk nurse = TestDesk.nurse(port);

    assertThat(nurse.get("/rule-sets").body().get(0).get("id").asString()).isEqualTo("default");
    assertThat(nurse.get("/rule-sets/default").body().toString()).contains("composite-3");
    assertThat(nurse.get("/rule-sets/none").status()).isEqualTo(404);
  }

  private JsonNode workItem(TestDesk nurse) {
    for (JsonNode item : nurse.get("/worklist?siteId=site-a").body().get("items")) {
      if (item.get("patientId").asString().equals(patient)) {
        return item;
      }
    }
    return MissingNode.getInstance();
  }

  private void send(String topic, SpecificRecord event) {
    String key = topic.equals("pro.site.v1") ? "site-a" : patient;
    sender.send(topic, key, event).join();
  }

  private NotificationChanged taken(String alertId, int sounding, long revision) {
    return notification(alertId, NotificationKind.ACKNOWLEDGED, sounding, revision)
        .setAcknowledgedBy("nurse-1")
        .setAcknowledgedRoute("sms-reply")
        .setAcknowledgedAt(TestEvents.now())
        .build();
  }

  private double flow(String outcome) {
    return count("pro.score.v1", outcome);
  }

  private double count(String topic, String outcome) {
    return meters.counter("procart.flow", "topic", topic, "outcome", outcome).count();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
