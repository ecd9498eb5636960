package org.procart.alerting.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.procart.alerting.LocalPartsInitializer;
import org.procart.alerting.TestEvents;
import org.procart.alerting.TestTopics;
import org.procart.alerting.WithLocalParts;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.kafka.EventReader;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.store.Leases;
import org.procart.schemas.OperationsAlarm;
import org.procart.schemas.ServiceBeat;
import org.procart.schemas.event.EventId;
import org.springframework.beans.factory.annotation.Autowired;

/** What the signs of life and the real positions of the groups say. */
@WithLocalParts
class CoverageIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired Beats beats;
  @Autowired Admin broker;
  @Autowired Leases leases;
  @Autowired OperationsAlarms alarms;
  @Autowired EventSender sender;
  @Autowired EventReader reader;

  private final TestTopics topics =
      new TestTopics(LocalPartsInitializer.parts().bootstrapServers());

  @Test
  void aBeatOfIntakeIsKeptAndThatOfAnotherServiceIsNot() {
    Instant now = TestEvents.now();
    beat("scoring", now.plusSeconds(2));
    beat("intake", now);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(beats.intake().orElseThrow().lastAt())
                    .isBetween(now, now.plusSeconds(1)));
  }

  @Test
  void whatScoringHasNotReadIsNotJudged() throws Exception {
    String group = "scoring-" + UUID.randomUUID();
    String submissions = "submissions-" + UUID.randomUUID();
    String scores = "scores-" + UUID.randomUUID();
    topic(submissions);
    topic(scores);
    Backlog backlog =
        new Backlog(broker, Clock.systemUTC(), submissions, scores, group, "judging-" + group);
    Instant before = Instant.now();
    assertThat(backlog.through()).isAfterOrEqualTo(before);

    topics.send(submissions, "p-1", new byte[] {1});
    Instant stuck = backlog.through();
    Instant later = Instant.now();
    assertThat(backlog.through()).isEqualTo(stuck).isBefore(later);

    commit(group, submissions, 1);
    topics.send(scores, "p-1", new byte[] {1});
    assertThat(backlog.through()).isEqualTo(stuck);
    commit("judging-" + group, scores, 1);
    assertThat(backlog.through()).isAfter(stuck).isBefore(later);
    assertThat(backlog.through()).isAfterOrEqualTo(later);
  }

  @Test
  void intakesSilenceIsAnAlarmThatEndsWithItsNextSign() {
    Instant last = TestEvents.now();
    Coverage coverage = coverage(last, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(110)));
    coverage.watch();
    assertThat(codes()).doesNotContain("INTAKE_SILENT RAISED");

    coverage(last, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(125))).watch();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(codes()).contains("INTAKE_SILENT RAISED"));
    coverage(last, Clock.systemUTC()).watch();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(codes()).contains("INTAKE_SILENT CLEARED"));
  }

  private Coverage coverage(Instant last, Clock clock) {
    return TestCoverage.with(
        () -> new Beats.Life(Instant.EPOCH, last, last), backlog(), leases, alarms, clock);
  }

  private Backlog backlog() {
    return new Backlog(broker, Clock.systemUTC(), "none", "none", "none", "none");
  }

  private List<String> codes() {
    return topics.all("pro.operations.v1").stream()
        .map(record -> (OperationsAlarm) reader.read("pro.operations.v1", record.value()))
        .map(alarm -> alarm.getCode() + " " + alarm.getState())
        .toList();
  }

  private void beat(String service, Instant at) {
    sender
        .send(
            "pro.heartbeat.v1",
            service,
            ServiceBeat.newBuilder()
                .setEventId(EventId.of("test-beat", service, at))
                .setOccurredAt(at)
                .setPatientId(null)
                .setSiteId(null)
                .setCorrelationId(null)
                .setSynthetic(false)
                .setService(service)
                .setInstance("one")
                .setOldestUnpublishedAt(null)
                .setOldestUnprocessedAt(null)
                .build())
        .join();
  }

  private void topic(String name) throws ExecutionException, InterruptedException {
    broker.createTopics(List.of(new NewTopic(name, 2, (short) 1))).all().get();
  }

  /** Of both partitions: one of them has the record. */
  private void commit(String group, String topic, long read)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        IntStream.range(0, 2)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toMap(each -> each, each -> new OffsetAndMetadata(read)));
    broker.alterConsumerGroupOffsets(group, offsets).all().get();
  }
}
