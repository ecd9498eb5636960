package org.procart.chassis.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/** Sends events with their CloudEvents attributes and trace context as headers. */
public final class EventSender {

  private final KafkaTemplate<String, Object> kafka;
  private final String source;

  EventSender(KafkaTemplate<String, Object> kafka, String source) {
    this.kafka = kafka;
    this.source = source;
  }

  /** Sends at once; the future ends when all in-sync replicas have the event. */
  public CompletableFuture<SendResult<String, Object>> send(
      String topic, String key, SpecificRecord event) {
    return send(topic, key, event, Traceparent.current());
  }

  /** As above, with the trace in which the event was made. */
  public CompletableFuture<SendResult<String, Object>> send(
      String topic, String key, SpecificRecord event, @Nullable String traceparent) {
    GenericRecord fields = (GenericRecord) event;
    ProducerRecord<String, Object> record = new ProducerRecord<>(topic, key, event);
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", String.valueOf(fields.get("eventId")));
    header(record, "ce_type", event.getSchema().getFullName());
    header(record, "ce_source", source);
    header(record, "ce_time", ((Instant) fields.get("occurredAt")).toString());
    if (traceparent != null) {
      header(record, Traceparent.HEADER, traceparent);
    }
    try {
      return kafka.send(record);
    } catch (RuntimeException e) { // serialisation, or no metadata within max.block.ms
      return CompletableFuture.failedFuture(e);
    }
  }

  private static void header(ProducerRecord<?, ?> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
