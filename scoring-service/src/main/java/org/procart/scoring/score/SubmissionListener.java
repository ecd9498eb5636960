package org.procart.scoring.score;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.chassis.flow.Flow;
import org.procart.chassis.kafka.FirstArrivals;
import org.procart.chassis.kafka.ReceivedRecord;
import org.procart.schemas.SubmissionReceived;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Reads reports in batches. All scores of a batch are on their way before the first one is waited
 * for; the offsets follow when the broker has them all (design section 3.3).
 */
class SubmissionListener {

  private static final String TOPIC = "pro.submission.v1";

  private final Function<ConsumerRecord<String, SubmissionReceived>, CompletableFuture<Void>>
      publisher;
  private final Flow flow;
  private final FirstArrivals arrivals;

  /**
   * @param publisher starts the scoring of one report and never throws
   */
  SubmissionListener(
      Function<ConsumerRecord<String, SubmissionReceived>, CompletableFuture<Void>> publisher,
      Flow flow,
      FirstArrivals arrivals) {
    this.publisher = publisher;
    this.flow = flow;
    this.arrivals = arrivals;
    flow.begin(TOPIC);
  }

  @KafkaListener(
      id = "submissions",
      idIsGroup = false,
      topics = TOPIC,
      containerFactory = "batchListenerContainerFactory")
  void scoreAll(List<ConsumerRecord<String, SubmissionReceived>> reports) {
    List<CompletableFuture<Void>> sendings = new ArrayList<>(reports.size());
    for (ConsumerRecord<String, SubmissionReceived> report : reports) {
      CompletableFuture<Void> sending = begin(report);
      sendings.add(sending);
      if (sending.isCompletedExceptionally()) {
        break; // what follows is delivered again anyway
      }
    }
    for (int i = 0; i < sendings.size(); i++) {
      finish(sendings.get(i), i);
    }
  }

  private CompletableFuture<Void> begin(ConsumerRecord<String, SubmissionReceived> report) {
    // What cannot be read is counted where it is parked, or here once it can.
    if (!ReceivedRecord.undecodable(report) && arrivals.isFirst(report)) {
      flow.received(TOPIC);
    }
    return publisher.apply(report);
  }

  private void finish(CompletableFuture<Void> sending, int index) {
    try {
      sending.join();
    } catch (CompletionException e) {
      throw new BatchListenerFailedException("A report could not be scored", e.getCause(), index);
    }
    flow.processed(TOPIC);
  }
}
