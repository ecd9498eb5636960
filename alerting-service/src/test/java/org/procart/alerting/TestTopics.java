package org.procart.alerting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Raw bytes onto a topic, and everything that lies on a topic now. */
public record TestTopics(String bootstrapServers) {

  public void send(String topic, @Nullable String key, byte @Nullable [] value) {
    try (var producer =
        new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value));
    }
  }

  /** All topics but the broker's own. */
  public Set<String> names() {
    try (var consumer =
        new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
      return consumer.listTopics().keySet().stream()
          .filter(topic -> !topic.startsWith("__"))
          .collect(Collectors.toSet());
    }
  }

  public List<ConsumerRecord<String, byte[]>> all(String topic) {
    try (Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return read(consumer, consumer.endOffsets(partitions));
    }
  }

  private Map<String, Object> settings() {
    return Map.of("bootstrap.servers", bootstrapServers);
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
