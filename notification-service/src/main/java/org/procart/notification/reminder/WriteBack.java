package org.procart.notification.reminder;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.notification.patient.Patient;
import org.procart.notification.patient.PatientContacts;
import org.procart.notification.patient.PatientContacts.PersonContact;
import org.procart.notification.patient.PatientStore;
import org.procart.notification.site.Site;
import org.procart.notification.site.Sites;
import org.procart.notification.wording.Addressee;
import org.procart.notification.wording.ReminderWording;
import org.procart.notification.wording.Words;
import org.springframework.stereotype.Component;

/**
 * Patients and carers who answer a reminder. They may have written that they are ill: they hear at
 * once whom to call, and the people of the platform hear that somebody wrote.
 */
@Component
public class WriteBack {

  private static final String NAME = "reminder-answer";

  private final PatientStore patients;
  private final ReminderStore reminders;
  private final Sites sites;
  private final Words words;
  private final AnswerCount count;

  WriteBack(
      PatientStore patients, ReminderStore reminders, Sites sites, Words words, AnswerCount count) {
    this.patients = patients;
    this.reminders = reminders;
    this.sites = sites;
    this.words = words;
    this.count = count;
  }

  /** Empty where no patient or carer has this number. Nothing that they wrote is looked at. */
  public Optional<String> answer(String from) {
    List<PatientContacts> holders = patients.withPhone(from, NAME);
    return holders.stream()
        .min(Comparator.comparing(PatientContacts::patientId))
        .map(contacts -> answer(contacts, from));
  }

  private String answer(PatientContacts contacts, String from) {
    List<Asked> asked = reminders.asked(contacts.patientId());
    Optional<String> person = contacts.byPhone(from).map(PersonContact::personId);
    Optional<Asked> theirs =
        asked.stream()
            .filter(each -> person.filter(each.personIds()::contains).isPresent())
            .findFirst();
    Optional<Asked> last = theirs.or(() -> asked.stream().findFirst());
    Optional<Site> site =
        sites
            .find(patients.find(contacts.patientId()).map(Patient::siteId).orElse(null))
            .or(() -> sites.find(last.map(Asked::siteId).orElse(null)));
    @Nullable String siteId = site.map(Site::siteId).orElse(null);
    count.one(siteId);
    return new ReminderWording(
            words.reminder(last.map(Asked::language).orElse(null), siteId),
            theirs.map(Asked::addressee).orElse(Addressee.PATIENT),
            site.map(Site::advicePhone).orElse(""),
            site.map(Site::emergencyNumber).orElse(""))
        .answer();
  }
}
