package org.procart.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.patient.PatientContacts;
import org.procart.notification.patient.PatientContacts.PersonContact;
import org.procart.notification.wording.Addressee;

class EnvelopesTest {

  private static final PersonContact OTHER = sms("P-1", "+441");
  private static final PersonContact ANN_SMS = sms("ann", "+442");
  private static final PersonContact ANN_MAIL =
      new PersonContact("ann", ChannelKind.EMAIL, "ann@x");
  private static final PersonContact BEN_SMS = sms("ben", "+442");

  @Test
  void eachContactOfThePersonsAndNoOtherGetsOne() {
    assertThat(letters(OTHER, ANN_SMS, ANN_MAIL))
        .containsExactly(
            Letter.waiting("ab", 0, "ann", 0, ChannelKind.SMS),
            Letter.waiting("ab", 1, "ann", 1, ChannelKind.EMAIL));
  }

  @Test
  void twoPersonsWithOneTelephoneGetOne() {
    assertThat(letters(ANN_SMS, BEN_SMS)).extracting(Letter::personId).containsExactly("ann");
  }

  @Test
  void theAddressIsTheOneOfNow() {
    Letter letter = letters(ANN_SMS, ANN_MAIL).getFirst();

    assertThat(Envelopes.address(letter, contacts(OTHER, sms("ann", "+449")))).hasValue("+449");
    assertThat(Envelopes.address(letter, contacts(OTHER, ANN_MAIL))).isEmpty();
    assertThat(Envelopes.address(letter, contacts(OTHER))).isEmpty();
  }

  private static List<Letter> letters(PersonContact... all) {
    Asked asked =
        new Asked(
            "ab",
            "P-1",
            null,
            null,
            false,
            Addressee.CARER,
            List.of("ann", "ben"),
            "en",
            Instant.EPOCH);
    return Envelopes.letters(asked, contacts(all));
  }

  private static PatientContacts contacts(PersonContact... all) {
    return new PatientContacts("P-1", List.of(all));
  }

  private static PersonContact sms(String person, String number) {
    return new PersonContact(person, ChannelKind.SMS, number);
  }
}
