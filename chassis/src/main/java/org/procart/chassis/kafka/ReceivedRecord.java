package org.procart.chassis.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a batch listener must ask of each record before it looks at the value. */
public final class ReceivedRecord {

  private ReceivedRecord() {}

  /** True when the value could not be read; a tombstone is not undecodable. */
  public static boolean undecodable(ConsumerRecord<?, ?> record) {
    return OriginalBytes.fault(record) != null;
  }
}
