package org.procart.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A topic as any outsider reads it: the documented wire format, schemas by id from the registry's
 * Confluent-compatible API, no class of the platform.
 */
final class Topic {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<Integer, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private final Platform platform;
  private final String name;

  Topic(Platform platform, String name) {
    this.platform = platform;
    this.name = name;
  }

  record Event(String key, byte[] bytes, JsonNode value) {

    String text(String field) {
      return value.path(field).asString("");
    }
  }

  /** All events of the topic that are about the patient. */
  List<Event> of(String patientId) {
    return raw().stream()
        .filter(record -> patientId.equals(record.key()))
        .map(this::event)
        .toList();
  }

  /** Records with that key, byte for byte. */
  List<byte[]> bytesOf(String key) {
    return raw().stream()
        .filter(record -> key.equals(record.key()))
        .map(ConsumerRecord::value)
        .toList();
  }

  /** Distinct ids, as every consumer counts. */
  static long distinct(List<Event> events) {
    return events.stream().map(event -> event.text("eventId")).distinct().count();
  }

  void write(String key, byte[] value) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(name, key, value));
    }
  }

  private Event event(ConsumerRecord<String, byte[]> record) {
    ByteBuffer bytes = ByteBuffer.wrap(record.value());
    if (bytes.get() != 0) {
      throw new IllegalStateException(name + " holds a record without magic byte 0");
    }
    Schema schema = SCHEMAS.computeIfAbsent(bytes.getInt(), this::schema);
    try {
      Object value =
          new GenericDatumReader<>(schema)
              .read(
                  null,
                  DecoderFactory.get()
                      .binaryDecoder(record.value(), bytes.position(), bytes.remaining(), null));
      return new Event(record.key(), record.value(), JSON.readTree(value.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Schema schema(int id) {
    Http.Answer answer =
        Http.get(platform.url("schemaRegistry") + "/apis/ccompat/v7/schemas/ids/" + id, null);
    return new Schema.Parser().parse(answer.json().path("schema").asString());
  }

  private List<ConsumerRecord<String, byte[]>> raw() {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(name).stream()
              .map(info -> new TopicPartition(name, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  private String bootstrap() {
    return platform.endpoint("kafka", "bootstrap");
  }
}
