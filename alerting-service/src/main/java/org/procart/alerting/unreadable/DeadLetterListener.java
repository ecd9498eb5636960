package org.procart.alerting.unreadable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.flow.Flow;
import org.procart.schemas.catalogue.Catalogue;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.stereotype.Component;

@Component
class DeadLetterListener {

  private final UnreadableReports reports;
  private final Flow flow;

  DeadLetterListener(UnreadableReports reports, Flow flow) {
    this.reports = reports;
    this.flow = flow;
    Stream.of("pro.submission.v1", "pro.score.v1")
        .flatMap(topic -> Catalogue.load().topic(topic).deadLetterTopics())
        .forEach(flow::begin);
  }

  /** The pattern leaves out what a dead-letter topic's own dead letters would be called. */
  @KafkaListener(
      id = "dead-letters",
      idIsGroup = false,
      topicPattern = "pro\\.(submission|score)\\.v[0-9]+\\.[a-z0-9_-]+-dlt",
      containerFactory = "rawListenerContainerFactory")
  void received(ConsumerRecord<String, byte[]> record) {
    reports.found(deadLetter(record));
    flow.processed(record.topic());
  }

  /** A dead letter that another tool wrote may lack the headers: then its own place names it. */
  private static DeadLetter deadLetter(ConsumerRecord<String, byte[]> record) {
    byte[] topic = bytes(record, KafkaHeaders.DLT_ORIGINAL_TOPIC, 1);
    byte[] partition = bytes(record, KafkaHeaders.DLT_ORIGINAL_PARTITION, Integer.BYTES);
    byte[] offset = bytes(record, KafkaHeaders.DLT_ORIGINAL_OFFSET, Long.BYTES);
    byte[] at = bytes(record, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, Long.BYTES);
    Instant when =
        Instant.ofEpochMilli(at == null ? record.timestamp() : ByteBuffer.wrap(at).getLong());
    return topic == null || partition == null || offset == null
        ? new DeadLetter(record.key(), record.topic(), record.partition(), record.offset(), when)
        : new DeadLetter(
            record.key(),
            new String(topic, StandardCharsets.UTF_8),
            ByteBuffer.wrap(partition).getInt(),
            ByteBuffer.wrap(offset).getLong(),
            when);
  }

  private static byte @Nullable [] bytes(
      ConsumerRecord<String, byte[]> record, String name, int atLeast) {
    Header header = record.headers().lastHeader(name);
    byte[] value = header == null ? null : header.value();
    return value == null || value.length < atLeast ? null : value;
  }
}
