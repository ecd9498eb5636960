package org.procart.notification.alert;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.chassis.flow.Flow;
import org.procart.schemas.AlertChanged;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class AlertListener {

  static final String TOPIC = "pro.alert.v1";

  private final AlertFollower follower;
  private final Flow flow;

  AlertListener(AlertFollower follower, Flow flow) {
    this.follower = follower;
    this.flow = flow;
    flow.begin(TOPIC);
  }

  @KafkaListener(id = "alerts", idIsGroup = false, topics = TOPIC)
  void on(ConsumerRecord<String, AlertChanged> record) {
    AlertChanged event = record.value();
    if (event == null) {
      flow.rejected(TOPIC);
    } else if (follower.follow(AlertSnapshot.of(event))) {
      flow.processed(TOPIC);
    } else {
      flow.duplicate(TOPIC);
    }
  }
}
