package org.procart.notification.patient;

import java.util.List;
import org.procart.notification.channel.ChannelKind;

/** Where the patient and the carers want their reminders. */
public record PatientContacts(String patientId, List<PersonContact> contacts) {

  public PatientContacts {
    contacts = List.copyOf(contacts);
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
