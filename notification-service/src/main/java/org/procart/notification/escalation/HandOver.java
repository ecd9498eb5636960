package org.procart.notification.escalation;

import java.time.Clock;
import java.util.Optional;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Channels;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;
import org.procart.notification.key.Key;
import org.procart.notification.key.Keys;
import org.procart.notification.wording.PageFields;
import org.procart.notification.wording.PageWording;
import org.procart.notification.wording.PublicAddress;
import org.springframework.stereotype.Component;

/** Hands one claimed attempt to its channel and notes what came of it. */
@Component
class HandOver {

  private final Escalations escalations;
  private final Channels channels;
  private final Keys keys;
  private final ReceiptBook receipts;
  private final PublicAddress address;
  private final Clock clock;

  HandOver(
      Escalations escalations,
      Channels channels,
      Keys keys,
      ReceiptBook receipts,
      PublicAddress address,
      Clock clock) {
    this.escalations = escalations;
    this.channels = channels;
    this.keys = keys;
    this.receipts = receipts;
    this.address = address;
    this.clock = clock;
  }

  /** Reads the escalation again just before: once acknowledged, nothing starts. */
  void send(String escalationId, Attempt claimed) {
    Optional<Escalation> needed =
        escalations
            .find(escalationId)
            .filter(each -> each.phase() == Phase.PAGING)
            .filter(each -> each.attempt(claimed.id()).filter(claimed::equals).isPresent());
    if (needed.isPresent()) {
      Message message = message(needed.get(), claimed);
      note(escalationId, claimed, channels.send(claimed.target().channel(), message));
    } else {
      escalations.withdraw(escalationId, claimed);
    }
  }

  private void note(String escalationId, Attempt claimed, Delivery delivery) {
    if (delivery instanceof Delivery.Sent(String providerId) && providerId != null) {
      receipts.sent(providerId, escalationId, claimed.id());
      escalations.handedOver(escalationId, claimed, delivery);
      receipts.match(providerId);
    } else {
      escalations.handedOver(escalationId, claimed, delivery);
    }
  }

  private Message message(Escalation escalation, Attempt attempt) {
    Page page = escalation.page();
    Key key = keys.keyFor(escalation.id(), attempt.target().recipientId(), clock.instant());
    PageFields fields =
        new PageFields(
            page.level(),
            key.code(),
            page.label(),
            page.soundedAt(),
            page.zone(),
            flag(attempt).words(),
            address.link(key.token()));
    String to = attempt.target().address();
    return attempt.target().channel() == ChannelKind.SMS
        ? new Message(to, "", PageWording.sms(fields), null)
        : new Message(
            to,
            PageWording.subject(fields),
            PageWording.mailText(fields),
            PageWording.mailHtml(fields));
  }

  /** Who gets a page that may be a repeat must see that. */
  private static Flag flag(Attempt attempt) {
    Flag flag = attempt.target().flag();
    return flag == Flag.NONE && attempt.status().possiblyRepeated() ? Flag.AGAIN : flag;
  }
}
