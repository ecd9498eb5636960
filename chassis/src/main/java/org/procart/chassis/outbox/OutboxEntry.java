package org.procart.chassis.outbox;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.kafka.Traceparent;
import org.procart.schemas.event.StoredEvent;

/**
 * An event that waits in the document it describes.
 *
 * @param event Avro single-object encoding, readable without the registry
 * @param traceparent W3C trace in which the event was made
 * @param failed true when the broker refused the event for itself; an operator must act
 */
public record OutboxEntry(
    String eventId,
    String topic,
    String key,
    byte[] event,
    Instant createdAt,
    @Nullable String traceparent,
    boolean failed) {

  /** Name of the array in the document. */
  public static final String FIELD = "outbox";

  public static OutboxEntry of(String topic, String key, SpecificRecord event, Instant now) {
    return new OutboxEntry(
        String.valueOf(((GenericRecord) event).get("eventId")),
        topic,
        key,
        StoredEvent.encode(event),
        now,
        Traceparent.current(),
        false);
  }

  public Document toBson() {
    return new Document("eventId", eventId)
        .append("topic", topic)
        .append("key", key)
        .append("event", new Binary(event))
        .append("createdAt", Date.from(createdAt))
        .append("traceparent", traceparent);
  }

  static OutboxEntry fromBson(Document document) {
    return new OutboxEntry(
        text(document, "eventId"),
        text(document, "topic"),
        text(document, "key"),
        Objects.requireNonNull(document.get("event", Binary.class)).getData(),
        Objects.requireNonNull(document.getDate("createdAt")).toInstant(),
        document.getString("traceparent"),
        document.getBoolean("failed", false));
  }

  private static String text(Document document, String field) {
    return Objects.requireNonNull(document.getString(field), field);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OutboxEntry that && eventId.equals(that.eventId);
  }

  @Override
  public int hashCode() {
    return eventId.hashCode();
  }

  @Override
  public String toString() {
    return "OutboxEntry[" + eventId + " for " + topic + "]";
  }
}
