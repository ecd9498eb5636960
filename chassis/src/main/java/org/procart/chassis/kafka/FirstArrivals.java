package org.procart.chassis.kafka;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Tells a record that arrives first from one that is delivered again after a failure. */
public final class FirstArrivals {

  private final Map<TopicPartition, Long> newest = new ConcurrentHashMap<>();

  /** True once for each record, however often it is delivered; asking counts as arriving. */
  public boolean isFirst(ConsumerRecord<?, ?> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    Long before = newest.get(partition);
    if (before != null && record.offset() <= before) {
      return false;
    }
    newest.put(partition, record.offset());
    return true;
  }

  /** Somebody else may have worked on these partitions, or rewound them. */
  public void forget(Collection<TopicPartition> partitions) {
    partitions.forEach(newest::remove);
  }
}
