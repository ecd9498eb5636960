package org.procart.chassis.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads single values in the wire format of the topics, for listeners of raw bytes. */
public final class EventReader {

  private final Deserializer<Object> deserializer;

  EventReader(Deserializer<Object> deserializer) {
    this.deserializer = deserializer;
  }

  /**
   * @param topic topic whose schema applies, not the dead-letter topic
   * @throws RuntimeException when the bytes cannot be read
   */
  public synchronized SpecificRecord read(String topic, byte[] bytes) {
    return (SpecificRecord) deserializer.deserialize(topic, bytes);
  }
}
