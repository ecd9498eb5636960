package org.procart.notification.patient;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.chassis.flow.Flow;
import org.procart.schemas.PatientChanged;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class PatientListener {

  private static final String TOPIC = "pro.patient.v1";

  private final PatientStore store;
  private final List<PatientFollower> followers;
  private final Flow flow;

  PatientListener(PatientStore store, List<PatientFollower> followers, Flow flow) {
    this.store = store;
    this.followers = followers;
    this.flow = flow;
    flow.begin(TOPIC);
  }

  @KafkaListener(id = "patients", idIsGroup = false, topics = TOPIC)
  void on(ConsumerRecord<String, PatientChanged> record) {
    PatientChanged event = record.value();
    if (event == null) {
      store.erase(record.key());
      followers.forEach(follower -> follower.erased(record.key()));
      flow.processed(TOPIC);
    } else if (learn(patient(record.key(), event))) {
      flow.processed(TOPIC);
    } else {
      flow.duplicate(TOPIC);
    }
  }

  /** Also what was known already is followed: the first time may have been cut off in between. */
  private boolean learn(Patient patient) {
    boolean newer = store.learn(patient);
    followers.forEach(follower -> follower.changed(patient.patientId()));
    return newer;
  }

  private static Patient patient(String patientId, PatientChanged event) {
    return new Patient(
        patientId,
        event.getRevision(),
        event.getSiteId(),
        event.getStatus(),
        event.getCareConsent());
  }
}
