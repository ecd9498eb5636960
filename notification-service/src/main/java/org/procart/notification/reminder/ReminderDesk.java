package org.procart.notification.reminder;

import java.util.List;
import org.procart.notification.outgoing.Outgoing;
import org.procart.notification.patient.Patient;
import org.procart.notification.patient.PatientFollower;
import org.procart.notification.patient.PatientStore;
import org.springframework.stereotype.Component;

/** Begins and cancels reminders. Each step may be made twice without harm. */
@Component
class ReminderDesk implements PatientFollower {

  private final Reminders reminders;
  private final PatientStore patients;
  private final Outgoing outgoing;

  ReminderDesk(Reminders reminders, PatientStore patients, Outgoing outgoing) {
    this.reminders = reminders;
    this.patients = patients;
    this.outgoing = outgoing;
  }

  /** False when it was asked before. */
  boolean remind(Asked asked) {
    boolean fresh = reminders.add(asked);
    reminders
        .find(asked.reminderId())
        .filter(reminder -> reminder.phase() == Reminder.Phase.NEW)
        .ifPresent(this::begin);
    reminders.find(asked.reminderId()).ifPresent(this::post);
    return fresh;
  }

  private void begin(Reminder reminder) {
    if (reminder.asked().synthetic() || stopped(reminder.asked().patientId())) {
      reminders.cancel(reminder.id());
    } else {
      reminders.begin(reminder.id(), letters(reminder.asked()));
    }
  }

  private List<Letter> letters(Asked asked) {
    return patients
        .contacts(asked.patientId(), ReminderPost.NAME)
        .map(contacts -> Envelopes.letters(asked, contacts))
        .orElse(List.of());
  }

  /** Also those of a cancelled one: not sent, but ended there. */
  private void post(Reminder reminder) {
    reminder.letters().stream()
        .filter(Letter::waits)
        .forEach(
            letter ->
                outgoing.send(
                    ReminderPost.NAME,
                    letter.id(),
                    letter.channel(),
                    reminder.asked().expiresAt()));
  }

  @Override
  public void changed(String patientId) {
    if (stopped(patientId)) {
      for (Reminder reminder : reminders.openOf(patientId)) {
        reminders.cancel(reminder.id());
        outgoing.reconsider(reminder.waiting());
      }
    }
  }

  @Override
  public void erased(String patientId) {
    reminders.openOf(patientId).forEach(reminder -> outgoing.drop(reminder.waiting()));
    reminders.erase(patientId);
  }

  private boolean stopped(String patientId) {
    return !patients.find(patientId).map(Patient::mayBeReminded).orElse(true);
  }
}
