package org.procart.alerting.coverage;

import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.chassis.flow.Flow;
import org.procart.schemas.ServiceBeat;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class BeatListener {

  private static final String TOPIC = "pro.heartbeat.v1";
  private static final String INTAKE = "intake";

  /** Older ones say nothing about what is judged now. */
  private static final Duration NEWS = Duration.ofDays(1);

  private final Beats beats;
  private final Flow flow;
  private final Clock clock;

  BeatListener(Beats beats, Flow flow, Clock clock) {
    this.beats = beats;
    this.flow = flow;
    this.clock = clock;
    flow.begin(TOPIC);
  }

  @KafkaListener(id = "beats", idIsGroup = false, topics = TOPIC)
  void received(ConsumerRecord<String, ServiceBeat> record) {
    ServiceBeat beat = record.value();
    if (beat != null
        && INTAKE.equals(beat.getService())
        && beat.getOccurredAt().isAfter(clock.instant().minus(NEWS))) {
      beats.heard(beat.getInstance(), beat.getOccurredAt(), beat.getOldestUnpublishedAt());
    }
    flow.processed(record.topic());
  }
}
