package org.procart.chassis.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.flow.Flow;
import org.procart.schemas.catalogue.TopicEntry;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.support.serializer.DeserializationException;

/**
 * Parks a record in its group's dead-letter topic, byte for byte, and tells operations. Exception
 * texts are left out: they may quote what a patient wrote. When parking fails, the record stays
 * where it is and is tried again.
 */
class DeadLetters extends DeadLetterPublishingRecoverer {

  static final String CODE_HEADER = "procart_dlt-code";
  static final String REGISTRY_UNAVAILABLE = "registry-unavailable";

  private final OperationsAlarms alarms;
  private final Flow flow;
  private final FirstArrivals arrivals;
  private final InFlight inFlight;

  DeadLetters(
      KafkaOperations<?, ?> bytes,
      String group,
      OperationsAlarms alarms,
      Flow flow,
      FirstArrivals arrivals,
      InFlight inFlight) {
    super(
        bytes,
        (record, fault) ->
            new TopicPartition(
                TopicEntry.deadLetterTopic(record.topic(), group), record.partition()));
    this.alarms = alarms;
    this.flow = flow;
    this.arrivals = arrivals;
    this.inFlight = inFlight;
    excludeHeader(HeadersToAdd.EX_MSG, HeadersToAdd.EX_STACKTRACE);
    setHeadersFunction((record, fault) -> cause(fault));
    setFailIfSendResultIsError(true);
    setLogRecoveryRecord(false);
  }

  @Override
  public void accept(
      ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, Exception fault) {
    super.accept(record, consumer, fault);
    inFlight.end(record);
    if (arrivals.isFirst(record)) {
      flow.received(record.topic()); // undecodable: no listener and no interceptor has seen it
    }
    flow.deadLettered(record.topic());
    alarms.raise(
        "DEAD_LETTER",
        null,
        "A record of "
            + record.topic()
            + " could not be processed and was parked: "
            + code(fault)
            + ". Look at it with deploy/events on the dead-letter topic.",
        record.topic(),
        record.partition(),
        record.offset());
  }

  @Override
  protected ProducerRecord<Object, Object> createProducerRecord(
      ConsumerRecord<?, ?> record,
      TopicPartition target,
      Headers headers,
      byte @Nullable [] key,
      byte @Nullable [] value) {
    headers.remove(KeepBytesDeserializer.BYTES_HEADER);
    Integer partition = target.partition() < 0 ? null : target.partition();
    return new ProducerRecord<>(
        target.topic(), partition, record.key(), OriginalBytes.of(record), headers);
  }

  private static Headers cause(Exception fault) {
    return new RecordHeaders().add(CODE_HEADER, code(fault).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean registryBelow(Throwable fault) {
    return NestedExceptionUtils.getMostSpecificCause(fault) instanceof RegistryUnavailableException;
  }

  /** Stable code of the cause, for people and for the dead-letter desk. */
  static String code(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof UnprocessableRecordException known) {
        return known.code();
      }
      if (t instanceof RegistryUnavailableException) {
        return REGISTRY_UNAVAILABLE;
      }
      if (t instanceof DeserializationException && !registryBelow(t)) {
        return "cannot-be-read";
      }
    }
    return "failed-repeatedly:"
        + NestedExceptionUtils.getMostSpecificCause(fault).getClass().getSimpleName();
  }
}
