package org.procart.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.event.StoredEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    classes = ProbeService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@EmbeddedKafka(
    partitions = 1,
    topics = {
      "pro.score.v1",
      "pro.score.v1.probe-dlt",
      "pro.operations.v1",
      "pro.heartbeat.v1",
      "pro.alert.v1",
      "pro.patient.v1"
    })
@DirtiesContext
class ChassisIT {

  private static final TestTokens TOKENS = new TestTokens();
  private static final MongoServer STORE = new MongoServer(new MemoryBackend());
  private static final AtomicInteger REGISTRY_STATUS = new AtomicInteger(200);
  private static final HttpServer REGISTRY = registry();

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry properties) {
    InetSocketAddress store = STORE.bind();
    properties.add("spring.mongodb.uri", () -> "mongodb://127.0.0.1:" + store.getPort() + "/probe");
    properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", TOKENS::issuer);
    properties.add(
        "procart.schema-registry.url", () -> "http://127.0.0.1:" + REGISTRY.getAddress().getPort());
  }

  @Autowired EmbeddedKafkaBroker broker;
  @Autowired EventSender sender;
  @Autowired ProbeService.Scores scores;
  @Autowired ProbeService.Published published;
  @Autowired Outbox outbox;
  @Autowired MongoDatabase database;
  @Autowired MeterRegistry meters;
  @Autowired KafkaListenerEndpointRegistry listeners;
  private double failuresBefore;
  @LocalServerPort int port;
  @LocalManagementPort int management;

  @BeforeEach
  void countFailures() {
    failuresBefore = meters.counter("procart.records.failed", "topic", "pro.score.v1").count();
  }

  @AfterEach
  void partsWork() {
    scores.storeFault.set(null);
    REGISTRY_STATUS.set(200);
    RegistryFreeSerde.REGISTRY_AWAY.set(false);
  }

  @Test
  void poisonIsParkedByteForByteAndItsNeighboursGoOn() {
    ScoreComputed before = score("pro-ctcae");
    ScoreComputed after = score("pro-ctcae");
    byte[] poison = "not avro at all".getBytes(StandardCharsets.UTF_8);

    send(StoredEvent.encode(before));
    send(poison);
    send(StoredEvent.encode(after));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(scores.processed).contains(before.getEventId(), after.getEventId()));
    ConsumerRecord<String, byte[]> parked = parked(poison);
    assertThat(parked.key()).isEqualTo("patient-1");
    assertThat(header(parked, "procart_dlt-code")).isEqualTo("cannot-be-read");
    assertThat(header(parked, "kafka_dlt-original-topic")).isEqualTo("pro.score.v1");
    assertThat(parked.headers().lastHeader("kafka_dlt-exception-message")).isNull();
  }

  @Test
  void whatAListenerCannotProcessIsParkedAtOnceAndOperationsHear() {
    byte[] bytes = StoredEvent.encode(score("unprocessable"));

    send(bytes);

    assertThat(header(parked(bytes), "procart_dlt-code")).isEqualTo("no-such-scorer");
    await()
        .untilAsserted(
            () ->
                assertThat(all("pro.operations.v1"))
                    .anySatisfy(alarm -> assertThat(alarm.key()).isEqualTo("probe-service")));
  }

  @Test
  void anOutageOfAPartIsWaitedForAndParksNothing() {
    scores.storeFault.set(new MongoTimeoutException("away"));
    REGISTRY_STATUS.set(503);
    ScoreComputed waits = score("pro-ctcae");

    send(StoredEvent.encode(waits));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(health()).contains("\"waitsFor\":\"schema registry\""));
    partsWork();

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(scores.processed).contains(waits.getEventId()));
    assertThat(all("pro.score.v1.probe-dlt"))
        .noneSatisfy(r -> assertThat(r.value()).isEqualTo(StoredEvent.encode(waits)));
    await().untilAsserted(() -> assertThat(health()).doesNotContain("waitsFor"));
  }

  @Test
  void aRegistryThatIsAwayEmptiesNoTopicIntoDeadLetters() {
    RegistryFreeSerde.REGISTRY_AWAY.set(true);
    ScoreComputed waits = score("pro-ctcae");

    send(StoredEvent.encode(waits));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(failuresLogged()).isPositive());
    partsWork();

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(scores.processed).contains(waits.getEventId()));
    assertThat(all("pro.score.v1.probe-dlt"))
        .noneSatisfy(r -> assertThat(r.value()).isEqualTo(StoredEvent.encode(waits)));
  }

  @Test
  void aServiceThatStartsWithoutTheRegistryWaitsSaysSoAndGoesOnThoughNoRecordComes() {
    REGISTRY_STATUS.set(503);

    try (ConfigurableApplicationContext second = secondService()) {
      String management = second.getEnvironment().getProperty("local.management.port");
      String health = "http://127.0.0.1:" + management + "/actuator/health";
      HttpResponse<String> waiting = call(health + "/readiness", null, null);
      assertThat(waiting.statusCode()).isEqualTo(503);
      assertThat(waiting.body()).contains("\"waitsFor\":\"schema registry\"");
      assertThat(call(health + "/liveness", null, null).statusCode()).isEqualTo(200);

      partsWork();

      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(
              () ->
                  assertThat(call(health + "/readiness", null, null).statusCode()).isEqualTo(200));
    }
  }

  @Test
  void everyReceivedRecordIsCountedOnceUnderOneOutcome() {
    send(StoredEvent.encode(score("pro-ctcae")));
    send(StoredEvent.encode(score("unprocessable")));
    byte[] poison = "poison for the counters".getBytes(StandardCharsets.UTF_8);
    send(poison);
    ScoreComputed last = score("pro-ctcae");
    send(StoredEvent.encode(last));

    parked(poison);
    await().untilAsserted(() -> assertThat(scores.processed).contains(last.getEventId()));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(count("received")).isPositive();
              assertThat(count("received"))
                  .isEqualTo(count("processed") + count("dead-lettered") + count("duplicate"));
            });
  }

  @Test
  void anEventIsPublishedFromItsDocumentAndTakenOut() {
    ScoreComputed event = score("outbox");
    OutboxEntry entry = OutboxEntry.of("pro.alert.v1", "patient-1", event, Instant.now());
    things().insertOne(thing("a", entry));

    outbox.publishSoon("a", List.of(entry));

    await().untilAsserted(() -> assertThat(published.ids()).contains("a"));
    assertThat(things().find(new Document("_id", "a")).first().getList("outbox", Document.class))
        .isEmpty();
  }

  @Test
  void theRelayPublishesWhatWasForgotten() {
    OutboxEntry entry =
        OutboxEntry.of(
            "pro.alert.v1", "patient-1", score("outbox"), Instant.now().minusSeconds(60));

    things().insertOne(thing("b", entry));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(published.ids()).contains("b"));
  }

  @Test
  void anEventThatCannotBeReadIsMarkedFailedAndHoldsNobodyBack() {
    Document broken = thing("c", OutboxEntry.of("pro.alert.v1", "p", score("x"), Instant.now()));
    broken.getList("outbox", Document.class).getFirst().put("event", new byte[] {1, 2, 3});
    broken.getList("outbox", Document.class).getFirst().put("createdAt", new Date(0));

    things().insertOne(broken);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        things()
                            .find(new Document("_id", "c"))
                            .first()
                            .getList("outbox", Document.class)
                            .getFirst()
                            .getBoolean("failed", false))
                    .isTrue());
  }

  @Test
  void onlyGoodTokensOpenDoors() {
    assertThat(get("/open", null).statusCode()).isEqualTo(200);
    assertThat(get("/me", null).statusCode()).isEqualTo(401);
    assertThat(get("/me", TOKENS.token(c -> {})).body()).contains("nurse-1");
    assertThat(get("/me", TOKENS.token(c -> c.audience("other"))).statusCode()).isEqualTo(401);
    assertThat(get("/me", TOKENS.token(c -> c.issuer("http://other"))).statusCode()).isEqualTo(401);
    assertThat(get("/me", TOKENS.token(c -> c.expirationTime(new Date(0)))).statusCode())
        .isEqualTo(401);
    assertThat(get("/operators", TOKENS.token(c -> {})).statusCode()).isEqualTo(403);
  }

  @Test
  void errorsAreProblemsWithoutExceptionText() {
    String token = TOKENS.token(c -> {});

    assertThat(get("/me", null).body()).contains("\"code\":\"token-missing-or-invalid\"");
    assertThat(get("/breaks", token).statusCode()).isEqualTo(500);
    assertThat(get("/breaks", token).body())
        .contains("\"code\":\"unexpected\"")
        .doesNotContain("secret");
    assertThat(get("/refuses", token).body()).contains("\"code\":\"too-late\"", "Ask again.");
    assertThat(get("/nowhere", token).statusCode()).isEqualTo(404);
    assertThat(post("/body", "{\"number\":\"secret\"}", token).body())
        .contains("\"pointer\":\"/number\"")
        .doesNotContain("secret");
  }

  @Test
  void aStoppedListenerIsARedLight() {
    await().untilAsserted(() -> assertThat(readiness()).isEqualTo(200));

    listeners.getListenerContainer("scores").stop();
    try {
      assertThat(readiness()).isEqualTo(503);
      assertThat(health()).contains("\"scores\":\"STOPPED\"");
    } finally {
      listeners.getListenerContainer("scores").start();
    }
  }

  @Test
  void itsHeartBeatsAndItsEventsCarryCloudEventsHeaders() {
    await().untilAsserted(() -> assertThat(all("pro.heartbeat.v1")).isNotEmpty());

    ConsumerRecord<String, byte[]> beat = all("pro.heartbeat.v1").getFirst();
    assertThat(beat.key()).isEqualTo("probe-service");
    assertThat(header(beat, "ce_type")).isEqualTo("org.procart.schemas.ServiceBeat");
    assertThat(header(beat, "ce_id")).hasSize(64);
  }

  /** Of a group of its own, whose topic is empty. */
  private ConfigurableApplicationContext secondService() {
    return new SpringApplicationBuilder(ProbeService.class)
        .run(
            "--server.port=0",
            "--probe.topic=pro.patient.v1",
            "--spring.kafka.consumer.group-id=second",
            "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
            "--spring.mongodb.uri=mongodb://127.0.0.1:"
                + STORE.getLocalAddress().getPort()
                + "/second",
            "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TOKENS.issuer(),
            "--procart.schema-registry.url=http://127.0.0.1:" + REGISTRY.getAddress().getPort());
  }

  private com.mongodb.client.MongoCollection<Document> things() {
    return database.getCollection(ProbeService.DOCUMENTS);
  }

  private static Document thing(String id, OutboxEntry entry) {
    return new Document("_id", id)
        .append("outbox", new java.util.ArrayList<>(List.of(entry.toBson())));
  }

  /** Times that a record was tried in vain. */
  private double failuresLogged() {
    return meters.counter("procart.records.failed", "topic", "pro.score.v1").count()
        - failuresBefore;
  }

  private double count(String outcome) {
    return meters.counter("procart.flow", "topic", "pro.score.v1", "outcome", outcome).count();
  }

  private void send(byte[] value) {
    try (var producer =
        new KafkaProducer<>(
            KafkaTestUtils.producerProps(broker),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("pro.score.v1", "patient-1", value));
    }
  }

  private ConsumerRecord<String, byte[]> parked(byte[] bytes) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                all("pro.score.v1.probe-dlt").stream()
                    .filter(r -> java.util.Arrays.equals(r.value(), bytes))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private List<ConsumerRecord<String, byte[]>> all(String topic) {
    Map<String, Object> settings =
        KafkaTestUtils.consumerProps(broker, "all-" + UUID.randomUUID(), false);
    settings.put("auto.offset.reset", "earliest");
    try (Consumer<String, byte[]> consumer =
        new DefaultKafkaConsumerFactory<>(
                settings, new StringDeserializer(), new ByteArrayDeserializer())
            .createConsumer()) {
      var partition = new org.apache.kafka.common.TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      List<ConsumerRecord<String, byte[]>> found = new java.util.ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      return found;
    }
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private String health() {
    return call("http://127.0.0.1:" + management + "/actuator/health", null, null).body();
  }

  private int readiness() {
    return call("http://127.0.0.1:" + management + "/actuator/health/readiness", null, null)
        .statusCode();
  }

  private HttpResponse<String> get(String path, String token) {
    return call("http://127.0.0.1:" + port + path, null, token);
  }

  private HttpResponse<String> post(String path, String body, String token) {
    return call("http://127.0.0.1:" + port + path, body, token);
  }

  private static HttpResponse<String> call(String url, String body, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (body != null) {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(body));
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ScoreComputed score(String scorer) {
    return ScoreComputed.newBuilder()
        .setEventId(UUID.randomUUID().toString())
        .setOccurredAt(Instant.ofEpochMilli(0))
        .setPatientId("patient-1")
        .setSiteId("site-a")
        .setCorrelationId(null)
        .setSynthetic(false)
        .setScorer(scorer)
        .build();
  }

  private static HttpServer registry() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(REGISTRY_STATUS.get(), -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
