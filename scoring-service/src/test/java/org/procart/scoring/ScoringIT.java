package org.procart.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.SubmissionReceived;
import org.procart.scoring.score.TestReports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service between two real topics. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@EmbeddedKafka(
    partitions = 2,
    topics = {
      "pro.submission.v1",
      "pro.submission.v1.scoring-dlt",
      "pro.score.v1",
      "pro.operations.v1",
      "pro.heartbeat.v1"
    })
@DirtiesContext
class ScoringIT {

  private static final RegistryStub REGISTRY = RegistryStub.start();

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry properties) {
    properties.add("procart.schema-registry.url", REGISTRY::url);
    properties.add(
        "spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> "http://127.0.0.1:9");
  }

  @Autowired EmbeddedKafkaBroker broker;
  @Autowired KafkaListenerEndpointRegistry listeners;
  @Autowired MeterRegistry meters;

  private TestTopics topics;

  @BeforeEach
  void open() {
    topics = new TestTopics(broker);
  }

  @Test
  void aReportBecomesAScoreUnderTheSameKeyAndInTheSameTrace() {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    SubmissionReceived report = report("good");
    topics.send("patient-7", report, new RecordHeader("traceparent", bytes(trace)));

    ConsumerRecord<String, byte[]> sent = scoreRecords("good", 1).getFirst();
    ScoreComputed score = topics.score(sent);
    assertThat(sent.key()).isEqualTo("patient-7");
    assertThat(header(sent, "traceparent")).isEqualTo(trace);
    assertThat(header(sent, "ce_id")).isEqualTo(score.getEventId());
    assertThat(header(sent, "ce_source")).isEqualTo("/procart/scoring");
    assertThat(score.getCorrelationId()).isEqualTo("ABCD-EFGH-JK");
    assertThat(score.getScores()).extracting("scale").contains("proctcae-46", "proctcae-46a-sev");
  }

  @Test
  void theSameReportTwiceGivesTheSameEventTwice() {
    topics.send("patient-7", report("twice"));
    topics.send("patient-7", report("twice"));

    assertThat(scoreRecords("twice", 2).stream().map(topics::score).map(ScoreComputed::getEventId))
        .hasSize(2)
        .containsOnly(topics.score(scoreRecords("twice", 2).getFirst()).getEventId());
  }

  @Test
  void poisonIsParkedByteForByteAndItsNeighboursGoOn() {
    byte[] poison = bytes("not avro at all");
    topics.send("patient-7", report("before"));
    topics.sendRaw("patient-7", poison);
    topics.send("patient-7", report("after"));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(parked(poison)).hasSize(1);
              assertThat(submissionIds()).contains("before", "after");
            });
    ConsumerRecord<String, byte[]> parked = parked(poison).getFirst();
    assertThat(parked.key()).isEqualTo("patient-7");
    assertThat(header(parked, "procart_dlt-code")).isEqualTo("cannot-be-read");
    assertThat(header(parked, "kafka_dlt-original-topic")).isEqualTo("pro.submission.v1");
    assertThat(scoreRecords("before", 1)).hasSize(1);
  }

  @Test
  void whatArrivedWhileTheServiceWasAwayIsScoredWhenItIsBack() {
    MessageListenerContainer container =
        Objects.requireNonNull(listeners.getListenerContainer("submissions"));
    container.stop();
    Set<String> ids =
        IntStream.range(0, 300).mapToObj(i -> "away-" + i).collect(Collectors.toSet());
    ids.forEach(id -> topics.send("patient-" + id, report(id)));
    container.start();

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(submissionIds()).containsAll(ids));
  }

  @Test
  void everyReceivedReportIsCountedOnceUnderOneOutcome() {
    topics.send("patient-7", report("counted"));
    topics.sendRaw("patient-7", bytes("poison that is counted"));
    topics.send("patient-7", report("counted too"));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(count("dead-lettered")).isPositive();
              assertThat(count("received"))
                  .isEqualTo(topics.size("pro.submission.v1"))
                  .isEqualTo(count("processed") + count("dead-lettered"));
            });
  }

  private static SubmissionReceived report(String id) {
    return TestReports.of(id, TestReports.chosen("proctcae-46a-sev", 3)).build();
  }

  /** Waits until a report has that many score records. */
  private List<ConsumerRecord<String, byte[]>> scoreRecords(String submissionId, int atLeast) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> scoresOf(submissionId), found -> found.size() >= atLeast);
  }

  private List<ConsumerRecord<String, byte[]>> scoresOf(String submissionId) {
    return topics.all("pro.score.v1").stream()
        .filter(record -> topics.score(record).getSubmissionId().equals(submissionId))
        .toList();
  }

  private List<String> submissionIds() {
    return topics.all("pro.score.v1").stream()
        .map(record -> topics.score(record).getSubmissionId())
        .toList();
  }

  private List<ConsumerRecord<String, byte[]>> parked(byte[] value) {
    return topics.all("pro.submission.v1.scoring-dlt").stream()
        .filter(record -> Arrays.equals(record.value(), value))
        .toList();
  }

  private double count(String outcome) {
    return meters.counter("procart.flow", "topic", "pro.submission.v1", "outcome", outcome).count();
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
