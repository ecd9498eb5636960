package org.procart.notification.reminder;

import org.procart.notification.patient.PatientStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Puts finished reminders away. */
@Component
class ReminderSweep {

  private final ReminderStore store;
  private final Reminders reminders;
  private final PatientStore patients;

  ReminderSweep(ReminderStore store, Reminders reminders, PatientStore patients) {
    this.store = store;
    this.reminders = reminders;
    this.patients = patients;
  }

  @Scheduled(fixedDelayString = "${procart.notification.archive-sweep:30s}")
  void archive() {
    reminders.awaitNoLonger();
    store.archiveFinished(patientId -> patients.find(patientId).isPresent());
  }
}
