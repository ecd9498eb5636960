package org.procart.chassis.kafka;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Records that were begun and not finished; one that is tried again and again grows old here. */
public final class InFlight {

  private final Map<TopicPartition, Instant> begun = new ConcurrentHashMap<>();

  void begin(ConsumerRecord<?, ?> record) {
    begun.put(partition(record), Instant.ofEpochMilli(record.timestamp()));
  }

  void end(ConsumerRecord<?, ?> record) {
    begun.remove(partition(record));
  }

  /** Time of the oldest unfinished record; null when all are finished. */
  public @Nullable Instant oldest() {
    return begun.values().stream().min(Comparator.naturalOrder()).orElse(null);
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
