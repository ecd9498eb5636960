package org.procart.alerting.patient;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.chassis.flow.Flow;
import org.procart.schemas.PatientChanged;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class PatientListener {

  private static final String TOPIC = "pro.patient.v1";

  private final Patients patients;
  private final PatientFollower follower;
  private final Flow flow;

  PatientListener(Patients patients, PatientFollower follower, Flow flow) {
    this.patients = patients;
    this.follower = follower;
    this.flow = flow;
    flow.begin(TOPIC);
  }

  @KafkaListener(id = "patients", idIsGroup = false, topics = TOPIC)
  void received(ConsumerRecord<String, PatientChanged> record) {
    PatientChanged event = record.value();
    if (event == null) {
      patients.erase(record.key());
      follower.erased(record.key());
      flow.processed(record.topic());
    } else if (patients.keep(PatientMapper.patient(record.key(), event))) {
      follower.changed(record.key());
      flow.processed(record.topic());
    } else {
      flow.duplicate(record.topic());
    }
  }
}
