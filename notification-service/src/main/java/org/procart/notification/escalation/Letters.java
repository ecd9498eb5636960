package org.procart.notification.escalation;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
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

  /** One page, or several AMBERs to one contact point in one message. */
  Message about(List<Errand> errands) {
    Errand first =
        errands.stream()
            .min(Comparator.comparing(each -> each.escalation().page().soundedAt()))
            .orElseThrow();
    List<String> ids = errands.stream().map(each -> each.escalation().id()).toList();
    Target target = first.attempt().target();
    Key key = keys.keyFor(ids, target.recipientId(), clock.instant());
    Page page = first.escalation().page();
    PageFields fields =
        new PageFields(
            page.level(),
            key.code(),
            labels(errands),
            page.soundedAt(),
            page.zone(),
            strongest(errands).words(),
            address.link(key.token()),
            errands.size());
    PageWording wording = new PageWording(words.of(target.language(), page.siteId()));
    Urgency urgency = page.level() == Level.RED ? Urgency.RED : Urgency.AMBER;
    String to = target.address();
    return target.channel() == ChannelKind.SMS
        ? Message.sms(to, wording.sms(fields), urgency)
        : Message.mail(
            to,
            wording.subject(fields),
            wording.mailText(fields),
            wording.mailHtml(fields),
            urgency);
  }

  /** Who works at two sites must not look for all of them at one. */
  private static String labels(List<Errand> errands) {
    return errands.stream()
        .map(each -> each.escalation().page().label())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** AGAIN only where there is nothing new among them. */
  private static Flag strongest(List<Errand> errands) {
    List<Flag> flags = errands.stream().map(each -> flag(each.attempt())).toList();
    Flag strongest = flags.stream().max(Comparator.comparingInt(Letters::weight)).orElse(Flag.NONE);
    return strongest == Flag.AGAIN && flags.contains(Flag.NONE) ? Flag.NONE : strongest;
  }

  private static int weight(Flag flag) {
    return switch (flag) {
      case NONE -> 0;
      case AGAIN -> 1;
      case WORSE -> 2;
      case NO_COVER -> 3;
      case OVERDUE -> 4;
    };
  }

  /** Who gets a page that may be a repeat must see that. */
  private static Flag flag(Attempt attempt) {
    Flag flag = attempt.target().flag();
    return flag == Flag.NONE && attempt.status().possiblyRepeated() ? Flag.AGAIN : flag;
  }
}
