package org.procart.intake.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.store.Leases;
import org.procart.intake.Clinic;
import org.procart.intake.IntakeTest;
import org.procart.intake.Parts;
import org.procart.intake.TestReports;
import org.procart.intake.Topics;
import org.procart.intake.submission.StoredReports;
import org.procart.schemas.AlertAcknowledgement;
import org.procart.schemas.AlertChanged;
import org.procart.schemas.Evidence;
import org.procart.schemas.OperationsAlarm;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.ScoreMode;
import org.procart.schemas.SubmissionReceived;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import tools.jackson.databind.JsonNode;

@IntakeTest
class StatusIT {

  @Autowired Clinic clinic;
  @Autowired EmbeddedKafkaBroker broker;
  @Autowired EventSender sender;
  @Autowired AwaitedScores awaited;
  @Autowired Progress progress;
  @Autowired StoredReports reports;
  @Autowired OperationsAlarms alarms;
  @Autowired Leases leases;
  @Autowired MeterRegistry meters;

  @Test
  void aReceiptGoesFromReceivedToScoredToSeen() {
    // Given
    String patientId = clinic.enrol();
    String receipt =
        clinic.report(patientId, TestReports.report(patientId, TestReports.breathless())).receipt();
    Instant receivedAt = Instant.parse(status(patientId, receipt).path("receivedAt").asString());
    assertThat(status(patientId, receipt).path("scoredAt").isNull()).isTrue();

    // When
    send("pro.score.v1", score(patientId, receipt, ScoreMode.SHADOW));
    send("pro.alert.v1", alert(patientId, receipt, receivedAt, null));
    send("pro.score.v1", score(patientId, receipt, ScoreMode.LIVE));

    // Then
    awaitState(patientId, receipt, "SCORED");
    Clinic.Answer repeated =
        clinic.report(patientId, TestReports.report(patientId, TestReports.breathless()));
    assertThat(repeated.status()).isEqualTo(200);
    assertThat(repeated.body().path("state").asString()).isEqualTo("SCORED");
    assertThat(repeated.body().path("receivedAt").asString()).isEqualTo(receivedAt.toString());
    send("pro.alert.v1", alert(patientId, receipt, receivedAt, receivedAt.minusSeconds(1)));
    send("pro.alert.v1", alert(patientId, receipt, receivedAt, receivedAt.plusSeconds(60)));
    awaitState(patientId, receipt, "SEEN");
    assertThat(status(patientId, receipt).path("seenAt").asString())
        .isEqualTo(receivedAt.plusSeconds(60).toString());
    await()
        .untilAsserted(
            () ->
                assertThat(awaited.since(Instant.MAX))
                    .extracting(AwaitedScores.Awaited::receipt)
                    .doesNotContain(receipt));
  }

  @Test
  void aReportWithoutScoreIsPublishedThreeTimesMoreAndThenAPersonIsTold() {
    // Given
    String patientId = clinic.enrol();
    String receipt =
        clinic.report(patientId, TestReports.report(patientId, TestReports.breathless())).receipt();
    await()
        .untilAsserted(
            () ->
                assertThat(awaited.since(Instant.MAX))
                    .extracting(AwaitedScores.Awaited::receipt)
                    .contains(receipt));

    // When
    for (int quarter = 1; quarter <= 6; quarter++) {
      checkAfter(Duration.ofMinutes(16L * quarter));
    }

    // Then
    try (Topics<SubmissionReceived> submissions =
            new Topics<>(broker, "pro.submission.v1", SubmissionReceived.class);
        Topics<OperationsAlarm> told =
            new Topics<>(broker, "pro.operations.v1", OperationsAlarm.class)) {
      told.await(
          alarm ->
              alarm.getCode().equals("REPORT_NOT_SCORED") && alarm.getText().contains(receipt));
      await()
          .untilAsserted(
              () ->
                  assertThat(submissions.all(each -> receipt.equals(each.getCorrelationId())))
                      .hasSize(4)
                      .extracting(SubmissionReceived::getEventId)
                      .containsOnly(
                          submissions
                              .all(each -> receipt.equals(each.getCorrelationId()))
                              .getFirst()
                              .getEventId()));
    }
  }

  @Test
  void poisonIsParkedItsNeighboursGoOnAndEachOutcomeIsCounted() {
    // Given
    String patientId = clinic.enrol();
    String receipt = clinic.report(patientId, TestReports.report(patientId)).receipt();
    double processed = counted("processed");
    double duplicates = counted("duplicate");
    double rejected = counted("rejected");
    double parked = counted("dead-lettered");

    // When
    send("pro.score.v1", score(patientId, receipt, ScoreMode.SHADOW));
    sendPoison("pro.score.v1");
    send("pro.score.v1", score(patientId, receipt, ScoreMode.LIVE));
    send("pro.score.v1", score(patientId, receipt, ScoreMode.LIVE));

    // Then
    awaitState(patientId, receipt, "SCORED");
    await()
        .untilAsserted(
            () -> {
              assertThat(counted("processed")).isEqualTo(processed + 1);
              assertThat(counted("duplicate")).isEqualTo(duplicates + 1);
              assertThat(counted("rejected")).isEqualTo(rejected + 1);
              assertThat(counted("dead-lettered")).isEqualTo(parked + 1);
            });
  }

  private void sendPoison(String topic) {
    try (KafkaProducer<String, byte[]> stranger =
        new KafkaProducer<>(
            KafkaTestUtils.producerProps(broker),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var _ = stranger.send(new ProducerRecord<>(topic, "p", new byte[] {1, 2, 3}));
      stranger.flush();
    }
  }

  private double counted(String outcome) {
    return meters.counter("procart.flow", "topic", "pro.score.v1", "outcome", outcome).count();
  }

  @Test
  void onlyWhoMaySeeThePatientMayAsk() {
    // Given
    String patientId = clinic.enrol();
    String receipt = clinic.report(patientId, TestReports.report(patientId)).receipt();
    String path = "/submissions/" + receipt;

    // Then
    assertThat(clinic.get(path, Parts.TOKENS.carer("carer-1", patientId)).status()).isEqualTo(200);
    assertThat(clinic.get(path, Parts.TOKENS.frontEnd("site-a")).status()).isEqualTo(200);
    assertThat(clinic.get(path, Parts.TOKENS.carer("carer-past", patientId)).status())
        .isEqualTo(404);
    assertThat(clinic.get(path, Parts.TOKENS.frontEnd("site-b")).status()).isEqualTo(404);
    assertThat(clinic.get(path, Parts.TOKENS.operator()).status()).isEqualTo(404);
    assertThat(clinic.get(path, Parts.TOKENS.patient(clinic.enrol())).status()).isEqualTo(404);
    assertThat(clinic.get("/submissions/nonsense", Parts.TOKENS.patient(patientId)).status())
        .isEqualTo(404);
  }

  private void checkAfter(Duration time) {
    new MissingScores(
            awaited,
            progress,
            reports,
            sender,
            alarms,
            leases,
            Clock.offset(Clock.systemUTC(), time),
            new StatusSettings(Duration.ofMinutes(15)))
        .check();
  }

  private void awaitState(String patientId, String receipt, String state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(status(patientId, receipt).path("state").asString()).isEqualTo(state));
  }

  private JsonNode status(String patientId, String receipt) {
    return clinic.get("/submissions/" + receipt, Parts.TOKENS.patient(patientId)).body();
  }

  private void send(String topic, org.apache.avro.specific.SpecificRecord event) {
    sender.send(topic, "p", event).join();
  }

  private static ScoreComputed score(String patientId, String receipt, ScoreMode mode) {
    return ScoreComputed.newBuilder()
        .setEventId(UUID.randomUUID().toString())
        .setOccurredAt(Instant.parse("2026-11-20T10:00:00Z"))
        .setPatientId(patientId)
        .setSiteId("site-a")
        .setCorrelationId(receipt)
        .setMode(mode)
        .build();
  }

  private static AlertChanged alert(
      String patientId, String receipt, Instant receivedAt, @Nullable Instant acknowledgedAt) {
    Evidence evidence = Evidence.newBuilder().setReceipt(receipt).setReceivedAt(receivedAt).build();
    return AlertChanged.newBuilder()
        .setEventId(UUID.randomUUID().toString())
        .setOccurredAt(Instant.parse("2026-11-20T10:00:00Z"))
        .setPatientId(patientId)
        .setSiteId("site-a")
        .setCorrelationId(receipt)
        .setEvidence(List.of(evidence))
        .setAcknowledgements(
            acknowledgedAt == null
                ? List.of()
                : List.of(
                    AlertAcknowledgement.newBuilder()
                        .setBy("nurse-1")
                        .setRoute("sms-reply")
                        .setAt(acknowledgedAt)
                        .setSounding(1)
                        .build()))
        .build();
  }
}
