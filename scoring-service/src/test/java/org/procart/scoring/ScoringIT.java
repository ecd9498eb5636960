package org.procart.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.chassis.kafka.EventReader;
import org.procart.chassis.kafka.EventSender;
import org.procart.local.TestParts;
import org.procart.local.part.Part;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.SubmissionReceived;
import org.procart.scoring.score.TestReports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service between two topics of a real broker, with a real schema registry. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ScoringIT {

  @TempDir private static Path directory;
  private static TestParts parts;

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry properties) throws IOException, InterruptedException {
    parts = TestParts.start(directory, Set.of(Part.KAFKA, Part.SCHEMA_REGISTRY));
    properties.add("spring.kafka.bootstrap-servers", parts::bootstrapServers);
    properties.add("procart.schema-registry.url", parts::schemaRegistryUrl);
    properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", parts::issuerUrl);
  }

  @AfterAll
  static void stop() {
    parts.close();
  }

  @Autowired EventSender sender;
  @Autowired EventReader reader;
  @Autowired KafkaListenerEndpointRegistry listeners;
  @Autowired MeterRegistry meters;

  private TestTopics topics;

  @BeforeEach
  void open() {
    topics = new TestTopics(parts.bootstrapServers());
  }

  @Test
  void aReportBecomesAScoreUnderTheSameKeyAndInTheSameTrace() {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    SubmissionReceived report = report("good");
    sender.send("pro.submission.v1", "patient-7", report, trace).join();

    ConsumerRecord<String, byte[]> sent = scoreRecords("good", 1).getFirst();
    ScoreComputed score = score(sent);
    assertThat(sent.key()).isEqualTo("patient-7");
    assertThat(header(sent, "traceparent")).isEqualTo(trace);
    assertThat(header(sent, "ce_id")).isEqualTo(score.getEventId());
    assertThat(header(sent, "ce_source")).isEqualTo("/procart/scoring");
    assertThat(score.getCorrelationId()).isEqualTo("ABCD-EFGH-JK");
    assertThat(score.getScores()).extracting("scale").contains("proctcae-46", "proctcae-46a-sev");
  }

  @Test
  void theSameReportTwiceGivesTheSameEventTwice() {
    send("patient-7", report("twice"));
    send("patient-7", report("twice"));

    assertThat(scoreRecords("twice", 2).stream().map(this::score).map(ScoreComputed::getEventId))
        .hasSize(2)
        .containsOnly(score(scoreRecords("twice", 2).getFirst()).getEventId());
  }

  @Test
  void poisonIsParkedByteForByteAndItsNeighboursGoOn() {
    byte[] poison = bytes("not avro at all");
    send("patient-7", report("before"));
    topics.send("pro.submission.v1", "patient-7", poison);
    send("patient-7", report("after"));

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
    MessageListenerContainer container = container();
    container.stop();
    Set<String> ids = ids("away-");
    ids.forEach(id -> send("patient-" + id, report(id)));
    container.start();

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(submissionIds()).containsAll(ids));
  }

  @Test
  void everyReceivedReportIsCountedOnceUnderOneOutcome() {
    send("patient-7", report("counted"));
    topics.send("pro.submission.v1", "patient-7", bytes("poison that is counted"));
    send("patient-7", report("counted too"));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(count("dead-lettered")).isPositive();
              assertThat(count("received"))
                  .isEqualTo(topics.all("pro.submission.v1").size())
                  .isEqualTo(count("processed") + count("dead-lettered"));
            });
  }

  @Test
  void aBrokerThatDiedIsWaitedForAndNothingIsLost() throws IOException, InterruptedException {
    Set<String> ids = ids("died-");
    MessageListenerContainer container = container();
    container.stop();
    ids.forEach(id -> send("patient-" + id, report(id)));
    container.start();
    parts.killBroker();
    parts.startBroker();

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(submissionIds()).containsAll(ids));
    assertThat(topics.all("pro.submission.v1.scoring-dlt"))
        .noneSatisfy(record -> assertThat(record.key()).startsWith("patient-died-"));
  }

  private MessageListenerContainer container() {
    return Objects.requireNonNull(listeners.getListenerContainer("submissions"));
  }

  private static Set<String> ids(String prefix) {
    return IntStream.range(0, 300).mapToObj(i -> prefix + i).collect(Collectors.toSet());
  }

  private void send(String patientId, SubmissionReceived report) {
    sender.send("pro.submission.v1", patientId, report).join();
  }

  private ScoreComputed score(ConsumerRecord<String, byte[]> record) {
    return (ScoreComputed) reader.read("pro.score.v1", record.value());
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
        .filter(record -> score(record).getSubmissionId().equals(submissionId))
        .toList();
  }

  private List<String> submissionIds() {
    return topics.all("pro.score.v1").stream()
        .map(record -> score(record).getSubmissionId())
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
