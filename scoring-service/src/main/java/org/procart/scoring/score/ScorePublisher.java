package org.procart.scoring.score;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.kafka.ReceivedRecord;
import org.procart.chassis.kafka.Traceparent;
import org.procart.chassis.kafka.UnprocessableRecordException;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.SubmissionReceived;

/** Scores one report and sends what came of it, without waiting for the broker. */
final class ScorePublisher {

  private static final String TOPIC = "pro.score.v1";

  private final Scoring scoring;
  private final EventSender sender;

  ScorePublisher(Scoring scoring, EventSender sender) {
    this.scoring = scoring;
    this.sender = sender;
  }

  /** Never throws: a fault of the record, or of the broker, is in the future. */
  CompletableFuture<Void> publish(ConsumerRecord<String, SubmissionReceived> record) {
    try {
      SubmissionReceived report = readable(record);
      Stream<CompletableFuture<?>> sent =
          scoring.events(report).stream().map(event -> send(record, report, event));
      return CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletableFuture<?> send(
      ConsumerRecord<String, SubmissionReceived> record,
      SubmissionReceived report,
      ScoreComputed event) {
    String key = record.key() == null ? report.getEventId() : record.key();
    return sender.send(TOPIC, key, event, trace(record));
  }

  private static SubmissionReceived readable(ConsumerRecord<String, SubmissionReceived> record) {
    if (ReceivedRecord.undecodable(record)) {
      throw new UnprocessableRecordException("cannot-be-read");
    }
    if (record.value() == null) {
      throw new UnprocessableRecordException("empty-record");
    }
    return record.value();
  }

  /** A batch has no trace of its own: each score goes on in its report's. */
  private static @Nullable String trace(ConsumerRecord<?, ?> record) {
    Header header = record.headers().lastHeader(Traceparent.HEADER);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
