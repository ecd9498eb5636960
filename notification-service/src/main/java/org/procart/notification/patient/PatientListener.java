package org.procart.notification.patient;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.chassis.flow.Flow;
import org.procart.schemas.PatientChanged;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class PatientListener {

  private static final String TOPIC = "pro.patient.v1";

  private final PatientStore store;
  private final Flow flow;

  PatientListener(PatientStore store, Flow flow) {
    this.store = store;
    this.flow = flow;
    flow.begin(TOPIC);
  }

  @KafkaListener(id = "patients", idIsGroup = false, topics = TOPIC)
  void on(ConsumerRecord<String, PatientChanged> record) {
    PatientChanged event = record.value();
    if (event == null) {
      store.erase(record.key());
      flow.processed(TOPIC);
    } else if (store.learn(new Patient(record.key(), event.getRevision(), event.getSiteId()))) {
      flow.processed(TOPIC);
    } else {
      flow.duplicate(TOPIC);
    }
  }
}
