package org.procart.scoring.score;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Tells a record that arrives first from one that is delivered again after a failure. */
final class FirstArrivals {

  private final Map<TopicPartition, Long> newest = new ConcurrentHashMap<>();

  boolean isFirst(ConsumerRecord<?, ?> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    Long before = newest.get(partition);
    if (before != null && record.offset() <= before) {
      return false;
    }
    newest.put(partition, record.offset());
    return true;
  }

  /** Somebody else may have worked on these partitions, or rewound them. */
  void forget(Collection<TopicPartition> partitions) {
    partitions.forEach(newest::remove);
  }
}
