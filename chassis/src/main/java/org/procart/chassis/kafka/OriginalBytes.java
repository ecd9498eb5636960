package org.procart.chassis.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.kafka.support.serializer.SerializationUtils;

/** The bytes of a record as they came from the broker, whether they could be read or not. */
final class OriginalBytes {

  private static final LogAccessor LOG = new LogAccessor(OriginalBytes.class);

  private OriginalBytes() {}

  static byte @Nullable [] of(ConsumerRecord<?, ?> record) {
    DeserializationException fault = fault(record);
    if (fault != null) {
      return fault.getData();
    }
    Header kept = record.headers().lastHeader(KeepBytesDeserializer.BYTES_HEADER);
    if (kept != null) {
      return kept.value();
    }
    return record.value() instanceof byte[] raw ? raw : null;
  }

  static @Nullable DeserializationException fault(ConsumerRecord<?, ?> record) {
    return record.value() != null
        ? null
        : SerializationUtils.getExceptionFromHeader(
            record, KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER, LOG);
  }
}
