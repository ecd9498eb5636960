package org.procart.notification.acknowledgement;

import java.util.Locale;
import java.util.Optional;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.PhoneNumber;
import org.procart.notification.escalation.Escalation;
import org.procart.notification.escalation.Escalations;
import org.procart.notification.key.Key;
import org.procart.notification.oncall.StaffMember;
import org.procart.notification.oncall.StaffStore;
import org.procart.notification.wording.PageTexts;
import org.procart.notification.wording.Words;
import org.springframework.stereotype.Component;

/** In which words to speak to the one who answers. */
@Component
class Readers {

  private final Escalations escalations;
  private final StaffStore staff;
  private final Words words;

  Readers(Escalations escalations, StaffStore staff, Words words) {
    this.escalations = escalations;
    this.staff = staff;
    this.words = words;
  }

  /** As the page itself was written. */
  PageTexts holder(Key key) {
    Optional<Escalation> escalation = escalations.findEver(key.escalationId());
    String language =
        escalation.stream()
            .flatMap(each -> each.attempts().stream())
            .filter(attempt -> attempt.target().recipientId().equals(key.recipientId()))
            .flatMap(attempt -> Optional.ofNullable(attempt.target().language()).stream())
            .findFirst()
            .orElse(null);
    return words.of(language, escalation.map(each -> each.page().siteId()).orElse(null));
  }

  /** By the phone alone: what the message says must not decide in which words it is refused. */
  PageTexts sender(String from) {
    Optional<StaffMember> member = member(from);
    return words.of(
        member
            .flatMap(each -> each.languages().stream().filter(PageTexts::knows).findFirst())
            .orElse(null),
        member.flatMap(each -> each.sites().stream().findFirst()).orElse(null));
  }

  boolean isStaff(String from) {
    return member(from).isPresent();
  }

  /** Of one who has no key, only the browser tells. */
  PageTexts visitor(Locale locale) {
    return words.of(locale.toLanguageTag(), null);
  }

  private Optional<StaffMember> member(String from) {
    return staff.all().stream().filter(each -> owns(each, from)).findFirst();
  }

  private static boolean owns(StaffMember member, String from) {
    return member.contacts().stream()
        .filter(contact -> contact.channel() == ChannelKind.SMS)
        .anyMatch(contact -> PhoneNumber.same(contact.address(), from));
  }
}
