package org.procart.chassis.alarm;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.AlarmState;
import org.procart.schemas.OperationsAlarm;
import org.procart.schemas.event.EventId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells operations staff that the platform itself needs a person: an event, a metric, a health
 * state and an ERROR line. Texts hold no patient data.
 */
public final class OperationsAlarms {

  static final String TOPIC = "pro.operations.v1";

  /** Some alarms are over at once and still ask for a telephone call. */
  private static final String UNDONE =
      "If it asked for something that nobody has done yet, do it still.";

  private static final Logger LOG = LoggerFactory.getLogger(OperationsAlarms.class);

  private final String component;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Publisher publisher;
  private final Map<Key, Instant> raised = new ConcurrentHashMap<>();

  /** Hands the event to the broker; never blocks for long and never throws. */
  @FunctionalInterface
  interface Publisher {
    void publish(String topic, String key, SpecificRecord event);
  }

  private record Key(String code, @Nullable String siteId) {}

  OperationsAlarms(String component, Clock clock, MeterRegistry meters, Publisher publisher) {
    this.component = component;
    this.clock = clock;
    this.meters = meters;
    this.publisher = publisher;
    meters.gauge("procart.alarms.raised", raised, Map::size);
  }

  public void raise(String code, @Nullable String siteId, String text) {
    raise(code, siteId, text, null, null, null);
  }

  /** As above, about one record of a topic. */
  public void raise(
      String code,
      @Nullable String siteId,
      String text,
      @Nullable String topic,
      @Nullable Integer partition,
      @Nullable Long offset) {
    Instant since = raised.computeIfAbsent(new Key(code, siteId), key -> clock.instant());
    meters.counter("procart.alarms", "code", code).increment();
    LOG.atError()
        .addKeyValue("code", code)
        .addKeyValue("siteId", siteId)
        .addKeyValue("topic", topic)
        .addKeyValue("partition", partition)
        .addKeyValue("offset", offset)
        .log(text);
    publisher.publish(
        TOPIC,
        component,
        event(AlarmState.RAISED, code, siteId, since)
            .setText(text)
            .setTopic(topic)
            .setPartition(partition)
            .setOffset(offset)
            .setEventId(
                EventId.of("alarm", component, code, siteId, since, topic, partition, offset, text))
            .build());
  }

  /** Does nothing when the alarm is not raised here. */
  public void clear(String code, @Nullable String siteId) {
    Instant since = raised.remove(new Key(code, siteId));
    if (since != null) {
      LOG.atInfo().addKeyValue("code", code).addKeyValue("siteId", siteId).log("Alarm cleared");
      publisher.publish(
          TOPIC,
          component,
          event(AlarmState.CLEARED, code, siteId, since)
              .setText("It is over; it began at " + since + ". " + UNDONE)
              .setEventId(EventId.of("alarm-cleared", component, code, siteId, since))
              .build());
    }
  }

  Map<String, Instant> raised() {
    Map<String, Instant> byName = new ConcurrentHashMap<>();
    raised.forEach(
        (key, since) ->
            byName.put(key.siteId() == null ? key.code() : key.code() + " " + key.siteId(), since));
    return byName;
  }

  private OperationsAlarm.Builder event(
      AlarmState state, String code, @Nullable String siteId, Instant since) {
    return OperationsAlarm.newBuilder()
        .setOccurredAt(clock.instant())
        .setPatientId(null)
        .setSiteId(siteId)
        .setCorrelationId(null)
        .setSynthetic(false)
        .setComponent(component)
        .setState(state)
        .setCode(code)
        .setSince(since);
  }
}
