package org.procart.notification.operations;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.chassis.flow.Flow;
import org.procart.schemas.OperationsAlarm;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class OperationsListener {

  private static final String TOPIC = "pro.operations.v1";

  private final AlarmDesk desk;
  private final Flow flow;

  OperationsListener(AlarmDesk desk, Flow flow) {
    this.desk = desk;
    this.flow = flow;
    flow.begin(TOPIC);
  }

  @KafkaListener(id = "operations", idIsGroup = false, topics = TOPIC)
  void on(ConsumerRecord<String, OperationsAlarm> record) {
    OperationsAlarm event = record.value();
    if (event != null && desk.tell(Alarm.of(event))) {
      flow.processed(TOPIC);
    } else {
      flow.rejected(TOPIC);
    }
  }
}
