package org.procart.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.SubmissionReceived;
import org.procart.schemas.catalogue.Catalogue;
import org.procart.schemas.event.StoredEvent;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.utils.KafkaTestUtils;

/** What a test sends, and everything that lies on a topic now. */
final class TestTopics {

  private static final Catalogue CATALOGUE = Catalogue.load();

  private final EmbeddedKafkaBroker broker;

  TestTopics(EmbeddedKafkaBroker broker) {
    this.broker = broker;
  }

  void send(String key, SubmissionReceived report, Header... headers) {
    sendRaw(key, StoredEvent.encode(report), headers);
  }

  void sendRaw(String key, byte[] value, Header... headers) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>("pro.submission.v1", key, value);
    List.of(headers).forEach(record.headers()::add);
    try (var producer =
        new KafkaProducer<>(
            KafkaTestUtils.producerProps(broker),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(record);
    }
  }

  ScoreComputed score(ConsumerRecord<String, byte[]> record) {
    return (ScoreComputed) StoredEvent.decode(CATALOGUE, "pro.score.v1", record.value());
  }

  int size(String topic) {
    return all(topic).size();
  }

  List<ConsumerRecord<String, byte[]>> all(String topic) {
    Map<String, Object> settings = KafkaTestUtils.consumerProps(broker, "test", false);
    try (Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, broker.getPartitionsPerTopic())
              .mapToObj(number -> new TopicPartition(topic, number))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return read(consumer, consumer.endOffsets(partitions));
    }
  }

  private static List<ConsumerRecord<String, byte[]>> read(
      Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      consumer.poll(Duration.ofMillis(200)).forEach(found::add);
    }
    return found;
  }
}
