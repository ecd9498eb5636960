package org.procart.notification.patient;

import java.util.List;
import java.util.Optional;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.PhoneNumber;

/** Where the patient and the carers want their reminders. */
public record PatientContacts(String patientId, List<PersonContact> contacts) {

  public PatientContacts {
    contacts = List.copyOf(contacts);
  }

  /** The person who has this number. */
  public Optional<PersonContact> byPhone(String number) {
    return contacts.stream()
        .filter(contact -> contact.channel() == ChannelKind.SMS)
        .filter(contact -> PhoneNumber.same(contact.address(), number))
        .findFirst();
  }

  /**
   * @param personId the patient's or a carer's pseudonym
   */
  public record PersonContact(String personId, ChannelKind channel, String address) {

    @Override
    public String toString() {
      return "PersonContact[…]";
    }
  }

  @Override
  public String toString() {
    return "PatientContacts[" + patientId + "]";
  }
}
