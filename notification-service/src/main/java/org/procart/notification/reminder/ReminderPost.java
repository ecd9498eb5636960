package org.procart.notification.reminder;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.ReceiptListener.Receipt;
import org.procart.notification.channel.Urgency;
import org.procart.notification.outgoing.Outcome;
import org.procart.notification.outgoing.OutgoingOwner;
import org.procart.notification.patient.Patient;
import org.procart.notification.patient.PatientStore;
import org.procart.notification.site.Site;
import org.procart.notification.site.Sites;
import org.procart.notification.wording.ReminderWording;
import org.procart.notification.wording.Words;
import org.springframework.stereotype.Component;

/**
 * Writes each letter when it is sent: who stopped meanwhile, or took the contact away, gets none.
 */
@Component
class ReminderPost implements OutgoingOwner {

  static final String NAME = "reminder";

  private final Reminders reminders;
  private final PatientStore patients;
  private final Sites sites;
  private final Words words;

  ReminderPost(Reminders reminders, PatientStore patients, Sites sites, Words words) {
    this.reminders = reminders;
    this.patients = patients;
    this.sites = sites;
    this.words = words;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Message> message(String id) {
    return reminders
        .find(Letter.reminderOf(id))
        .flatMap(
            reminder -> reminder.wanted(id).flatMap(letter -> write(reminder.asked(), letter)));
  }

  @Override
  public void ended(String id, Outcome outcome) {
    reminders.ended(id, outcome);
  }

  @Override
  public void receipt(String id, Receipt receipt) {
    reminders.receipt(id, receipt);
  }

  private Optional<Message> write(Asked asked, Letter letter) {
    Optional<Patient> patient = patients.find(asked.patientId());
    if (patient.filter(known -> !known.mayBeReminded()).isPresent()) {
      reminders.cancel(asked.reminderId());
      return Optional.empty();
    }
    ReminderWording wording = wording(asked, patient.map(Patient::siteId).orElse(null));
    return patients
        .contacts(asked.patientId(), NAME)
        .flatMap(contacts -> Envelopes.address(letter, contacts))
        .map(address -> message(address, letter.channel(), wording));
  }

  private ReminderWording wording(Asked asked, @Nullable String patientsSite) {
    Optional<Site> site = sites.find(patientsSite).or(() -> sites.find(asked.siteId()));
    return new ReminderWording(
        words.reminder(asked.language(), site.map(Site::siteId).orElse(null)),
        asked.addressee(),
        site.map(Site::advicePhone).orElse(""),
        site.map(Site::emergencyNumber).orElse(""));
  }

  private static Message message(String address, ChannelKind channel, ReminderWording wording) {
    return channel == ChannelKind.SMS
        ? Message.sms(address, wording.sms(), Urgency.REMINDER)
        : Message.mail(address, wording.subject(), wording.mail(), null, Urgency.REMINDER);
  }
}
