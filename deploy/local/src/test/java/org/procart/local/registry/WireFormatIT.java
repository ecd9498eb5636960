package org.procart.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.local.LocalParts;
import org.procart.local.events.EventSearch;
import org.procart.local.part.Part;
import org.procart.local.process.ChildProcess;
import org.procart.local.process.Http;
import org.procart.schemas.Score;
import org.procart.schemas.ScoreComputed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What any Kafka client may rely on: Confluent's wire format and ids that stay. */
class WireFormatIT {

  private static final String TOPIC = "pro.score.v1";
  private static final int HEADER = 5;

  @TempDir private static Path directory;
  private static LocalParts parts;

  @BeforeAll
  static void start() throws Exception {
    parts = LocalParts.start(directory, EnumSet.of(Part.KAFKA, Part.SCHEMA_REGISTRY));
  }

  @AfterAll
  static void stop() {
    parts.close();
  }

  @Test
  void aRecordCarriesTheIdUnderWhichTheConfluentApiKnowsItsSchema() throws Exception {
    // Given
    ScoreComputed sent = score("receipt-1");

    // When
    send(sent);

    // Then
    ConsumerRecord<String, byte[]> raw = read(ByteArrayDeserializer.class, sent);
    ByteBuffer bytes = ByteBuffer.wrap(raw.value());
    assertThat(bytes.get()).isZero();
    assertThat(schemaOf(bytes.getInt())).isEqualTo(ScoreComputed.getClassSchema().toString());
    assertThat(raw.headers().toArray()).isEmpty();
    assertThat(raw.value().length).isGreaterThan(HEADER);
    ConsumerRecord<String, ScoreComputed> read =
        read("io.apicurio.registry.serde.avro.AvroKafkaDeserializer", sent);
    assertThat(read.value()).isEqualTo(sent);
  }

  @Test
  void idsSurviveARegistryThatIsKilled() throws Exception {
    // Given
    int before = idOf(TOPIC);
    ChildProcess registry = parts.process(Part.SCHEMA_REGISTRY);

    // When
    registry.kill();
    assertThat(registry.awaitEnd(Duration.ofSeconds(10))).isTrue();
    parts.start(Part.SCHEMA_REGISTRY);

    // Then
    assertThat(idOf(TOPIC)).isEqualTo(before);
    assertThat(compatibilityOf(TOPIC)).isEqualTo("FULL_TRANSITIVE");
  }

  @Test
  void eventsArePrintedWithoutUnionWrappersAndWithReadableTimes() throws Exception {
    // Given
    send(score("receipt-2"));
    EventSearch search =
        new EventSearch(parts.bootstrapServers(), parts.schemaRegistryUrl(), Clock.systemUTC());

    // When
    Optional<JsonNode> found =
        search.first(
            TOPIC,
            value -> value.path("correlationId").asString("").equals("receipt-2"),
            Instant.now().plusSeconds(20));

    // Then
    assertThat(found).isPresent();
    JsonNode value = found.get();
    assertThat(value.path("occurredAt").asString()).isEqualTo("2026-11-20T03:10:00Z");
    assertThat(value.path("scores").path(0).path("value").isNumber()).isTrue();
    assertThat(value.path("infusionDate").isNull()).isTrue();
  }

  private static ScoreComputed score(String receipt) {
    return ScoreComputed.newBuilder()
        .setEventId(UUID.randomUUID().toString())
        .setOccurredAt(Instant.parse("2026-11-20T03:10:00Z"))
        .setPatientId("patient-1")
        .setCorrelationId(receipt)
        .setScores(
            List.of(Score.newBuilder().setScale("proctcae-53").setValue(3.0).setGrade(3).build()))
        .build();
  }

  private static void send(ScoreComputed event) throws Exception {
    Map<String, Object> settings = serde();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, parts.bootstrapServers());
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        "io.apicurio.registry.serde.avro.AvroKafkaSerializer");
    try (KafkaProducer<String, ScoreComputed> producer = new KafkaProducer<>(settings)) {
      producer.send(new ProducerRecord<>(TOPIC, event.getEventId(), event)).get();
    }
  }

  private static <T> ConsumerRecord<String, T> read(Object deserializer, ScoreComputed wanted) {
    Map<String, Object> settings = serde();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, parts.bootstrapServers());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, deserializer);
    settings.put("apicurio.registry.use-specific-avro-reader", "true");
    try (KafkaConsumer<String, T> consumer = new KafkaConsumer<>(settings)) {
      consumer.subscribe(List.of(TOPIC));
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (System.nanoTime() < deadline) {
        for (ConsumerRecord<String, T> event : consumer.poll(Duration.ofMillis(200))) {
          if (event.key().equals(wanted.getEventId())) {
            return event;
          }
        }
      }
      throw new AssertionError("nothing came");
    }
  }

  private static Map<String, Object> serde() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(
        "apicurio.registry.url", parts.schemaRegistryUrl().replace("ccompat/v7", "registry/v3"));
    settings.put("apicurio.registry.headers.enabled", "false");
    settings.put(
        "apicurio.registry.artifact-resolver-strategy",
        "io.apicurio.registry.serde.strategy.TopicIdStrategy");
    settings.put("apicurio.registry.dereference-schema", "true");
    return settings;
  }

  private static String schemaOf(int id) throws Exception {
    return json("/schemas/ids/" + id).path("schema").asString();
  }

  private static int idOf(String topic) throws Exception {
    return json("/subjects/" + topic + "-value/versions/latest").path("id").asInt();
  }

  private static String compatibilityOf(String topic) throws Exception {
    return json("/config/" + topic + "-value").path("compatibilityLevel").asString();
  }

  private static JsonNode json(String path) throws Exception {
    Http.Answer answer = new Http().get(parts.schemaRegistryUrl() + path, Map.of());
    assertThat(answer.status()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}
