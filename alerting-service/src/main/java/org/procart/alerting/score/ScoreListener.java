package org.procart.alerting.score;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.chassis.flow.Flow;
import org.procart.chassis.kafka.UnprocessableRecordException;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.ScoreMode;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class ScoreListener {

  private static final String TOPIC = "pro.score.v1";

  private final Scores scores;
  private final Flow flow;
  private final Counter shadows;

  ScoreListener(Scores scores, Flow flow, MeterRegistry meters) {
    this.scores = scores;
    this.flow = flow;
    flow.begin(TOPIC);
    this.shadows = meters.counter("procart.scores.shadow");
  }

  @KafkaListener(
      id = "scores",
      idIsGroup = false,
      topics = TOPIC,
      concurrency = "${procart.alerting.score-threads:4}")
  void received(ConsumerRecord<String, ScoreComputed> record) {
    ScoreComputed event = record.value();
    if (event == null) {
      throw new UnprocessableRecordException("empty-score");
    }
    if (event.getMode() == ScoreMode.SHADOW) {
      shadows.increment();
      flow.processed(record.topic());
    } else if (scores.follow(ScoreMapper.report(event))) {
      flow.processed(record.topic());
    } else {
      flow.duplicate(record.topic());
    }
  }
}
