package org.procart.notification.escalation;

import java.time.Clock;
import java.util.List;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.Urgency;
import org.procart.notification.key.Key;
import org.procart.notification.key.Keys;
import org.procart.notification.policy.Level;
import org.procart.notification.wording.PageFields;
import org.procart.notification.wording.PageWording;
import org.procart.notification.wording.PublicAddress;
import org.procart.notification.wording.Words;
import org.springframework.stereotype.Component;

/** Puts a page into words for the one who gets it. */
@Component
class Letters {

  private final Keys keys;
  private final PublicAddress address;
  private final Words words;
  private final Clock clock;

  Letters(Keys keys, PublicAddress address, Words words, Clock clock) {
    this.keys = keys;
    this.address = address;
    this.words = words;
    this.clock = clock;
  }

  Message about(List<Errand> errands) {
    return page(errands.getFirst().escalation(), errands.getFirst().attempt());
  }

  Message page(Escalation escalation, Attempt attempt) {
    String recipient = attempt.target().recipientId();
    Key key = keys.keyFor(escalation.id(), recipient, clock.instant());
    return page(escalation.page(), attempt, key, 1);
  }

  /**
   * @param page the first of those that the message is about
   * @param key for all of them
   */
  Message page(Page page, Attempt attempt, Key key, int count) {
    PageFields fields =
        new PageFields(
            page.level(),
            key.code(),
            page.label(),
            page.soundedAt(),
            page.zone(),
            flag(attempt).words(),
            address.link(key.token()),
            count);
    PageWording wording = new PageWording(words.of(attempt.target().language(), page.siteId()));
    Urgency urgency = page.level() == Level.RED ? Urgency.RED : Urgency.AMBER;
    String to = attempt.target().address();
    return attempt.target().channel() == ChannelKind.SMS
        ? Message.sms(to, wording.sms(fields), urgency)
        : Message.mail(
            to,
            wording.subject(fields),
            wording.mailText(fields),
            wording.mailHtml(fields),
            urgency);
  }

  /** Who gets a page that may be a repeat must see that. */
  private static Flag flag(Attempt attempt) {
    Flag flag = attempt.target().flag();
    return flag == Flag.NONE && attempt.status().possiblyRepeated() ? Flag.AGAIN : flag;
  }
}
