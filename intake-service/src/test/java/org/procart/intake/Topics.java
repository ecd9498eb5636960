package org.procart.intake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.utils.KafkaTestUtils;

/** Reads a topic from its beginning, as any other service would. */
public final class Topics<T> implements AutoCloseable {

  private final KafkaConsumer<String, Object> consumer;
  private final List<ConsumerRecord<String, Object>> seen = new CopyOnWriteArrayList<>();
  private final Class<T> type;

  public Topics(EmbeddedKafkaBroker broker, String topic, Class<T> type) {
    Map<String, Object> settings =
        KafkaTestUtils.consumerProps(broker, UUID.randomUUID().toString(), false);
    settings.put("auto.offset.reset", "earliest");
    this.type = type;
    this.consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new RegistryFreeSerde.Reader());
    consumer.subscribe(List.of(topic));
  }

  /** Waits until one such event is there. */
  public T await(Predicate<T> which) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> all(which), found -> !found.isEmpty())
        .getFirst();
  }

  public List<T> all(Predicate<T> which) {
    return records(which).stream().map(record -> type.cast(record.value())).toList();
  }

  public List<ConsumerRecord<String, Object>> records(Predicate<T> which) {
    consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
    return seen.stream().filter(record -> which.test(type.cast(record.value()))).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
