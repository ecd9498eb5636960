package org.procart.intake.status;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.chassis.flow.Flow;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.ScoreMode;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * A score means: checked by computer, read by nobody yet. A shadow score means nothing to anybody.
 */
@Component
class ScoreListener {

  static final String TOPIC = "pro.score.v1";

  private final Progress progress;
  private final AwaitedScores awaited;
  private final Flow flow;

  ScoreListener(Progress progress, AwaitedScores awaited, Flow flow) {
    this.progress = progress;
    this.awaited = awaited;
    this.flow = flow;
    flow.begin(TOPIC);
  }

  @KafkaListener(id = "scores", idIsGroup = false, topics = TOPIC)
  void scored(ConsumerRecord<String, ScoreComputed> record) {
    ScoreComputed score = record.value();
    String receipt = score == null ? null : score.getCorrelationId();
    if (score == null || receipt == null || score.getMode() == ScoreMode.SHADOW) {
      flow.rejected(record.topic());
      return;
    }
    boolean first = progress.scored(receipt, score.getOccurredAt());
    awaited.done(receipt);
    if (first) {
      flow.processed(record.topic());
    } else {
      flow.duplicate(record.topic());
    }
  }
}
