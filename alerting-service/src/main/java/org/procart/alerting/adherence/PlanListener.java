package org.procart.alerting.adherence;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.chassis.flow.Flow;
import org.procart.schemas.ScheduleChanged;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class PlanListener {

  private static final String TOPIC = "pro.schedule.v1";

  private final Plans plans;
  private final Watches watches;
  private final Flow flow;

  PlanListener(Plans plans, Watches watches, Flow flow) {
    this.plans = plans;
    this.watches = watches;
    this.flow = flow;
    flow.begin(TOPIC);
  }

  @KafkaListener(id = "schedules", idIsGroup = false, topics = TOPIC)
  void received(ConsumerRecord<String, ScheduleChanged> record) {
    ScheduleChanged event = record.value();
    if (event == null) {
      watches.erased(record.key());
      flow.processed(record.topic());
    } else if (plans.keep(PlanMapper.plan(record.key(), event))) {
      watches.lookSoon(record.key());
      flow.processed(record.topic());
    } else {
      flow.duplicate(record.topic());
    }
  }
}
