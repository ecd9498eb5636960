package org.procart.notification.patient;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.oncall.Addresses;
import org.procart.notification.patient.PatientContacts.PersonContact;
import org.procart.notification.request.Faults;

/** Contacts as they are put. */
record ContactsBody(@Nullable List<Contact> contacts) {

  record Contact(@Nullable String personId, @Nullable String channel, @Nullable String address) {}

  PatientContacts toContacts(String patientId) {
    Faults faults = new Faults();
    List<Contact> given = Faults.list(contacts);
    for (int i = 0; i < given.size(); i++) {
      String at = "/contacts/" + i;
      var _ = faults.id(at + "/personId", given.get(i).personId());
      Addresses.check(given.get(i).channel(), given.get(i).address(), at, faults);
    }
    faults.throwIfAny();
    return new PatientContacts(patientId, given.stream().map(ContactsBody::contact).toList());
  }

  private static PersonContact contact(Contact contact) {
    return new PersonContact(
        Objects.requireNonNull(contact.personId()),
        ChannelKind.of(Objects.requireNonNull(contact.channel()).toUpperCase(Locale.ROOT)),
        Objects.requireNonNull(contact.address()));
  }

  @Override
  public String toString() {
    return "ContactsBody[…]";
  }
}
