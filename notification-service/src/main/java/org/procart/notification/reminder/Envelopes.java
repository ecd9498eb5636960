package org.procart.notification.reminder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.patient.PatientContacts;
import org.procart.notification.patient.PatientContacts.PersonContact;

/** Which letters go where. */
final class Envelopes {

  private Envelopes() {}

  private record Place(ChannelKind channel, String address) {}

  /** One to each contact of each person; two persons with one telephone get one. */
  static List<Letter> letters(Asked asked, PatientContacts contacts) {
    Set<Place> seen = new HashSet<>();
    List<Letter> letters = new ArrayList<>();
    for (String person : asked.personIds()) {
      List<PersonContact> theirs = of(person, contacts);
      for (int place = 0; place < theirs.size(); place++) {
        PersonContact contact = theirs.get(place);
        if (seen.add(new Place(contact.channel(), contact.address()))) {
          letters.add(
              Letter.waiting(asked.reminderId(), letters.size(), person, place, contact.channel()));
        }
      }
    }
    return letters;
  }

  /** Empty when the contact is not there any more. */
  static Optional<String> address(Letter letter, PatientContacts contacts) {
    return of(letter.personId(), contacts).stream()
        .skip(letter.place())
        .findFirst()
        .filter(contact -> contact.channel() == letter.channel())
        .map(PersonContact::address);
  }

  private static List<PersonContact> of(String personId, PatientContacts contacts) {
    return contacts.contacts().stream()
        .filter(contact -> contact.personId().equals(personId))
        .toList();
  }
}
