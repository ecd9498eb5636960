package org.procart.notification.escalation;

import java.util.Optional;
import org.procart.notification.channel.Channels;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;
import org.springframework.stereotype.Component;

/** Hands one claimed attempt to its channel and notes what came of it. */
@Component
class HandOver {

  private final Escalations escalations;
  private final Channels channels;
  private final ReceiptBook receipts;
  private final Letters letters;

  HandOver(Escalations escalations, Channels channels, ReceiptBook receipts, Letters letters) {
    this.escalations = escalations;
    this.channels = channels;
    this.receipts = receipts;
    this.letters = letters;
  }

  /** Reads the escalation again just before: once acknowledged, nothing starts. */
  void send(String escalationId, Attempt claimed) {
    Optional<Escalation> needed =
        escalations
            .find(escalationId)
            .filter(each -> each.phase() == Phase.PAGING)
            .filter(each -> each.attempt(claimed.id()).filter(claimed::equals).isPresent());
    if (needed.isPresent()) {
      Message message = letters.page(needed.get(), claimed).avoiding(claimed.target().avoid());
      note(escalationId, claimed, channels.send(claimed.target().channel(), message));
    } else {
      escalations.withdraw(escalationId, claimed);
    }
  }

  private void note(String escalationId, Attempt claimed, Delivery delivery) {
    if (delivery instanceof Delivery.Sent(String providerId, String _) && providerId != null) {
      receipts.sent(providerId, escalationId, claimed.id());
      escalations.handedOver(escalationId, claimed, delivery);
      receipts.match(providerId);
    } else {
      escalations.handedOver(escalationId, claimed, delivery);
    }
  }
}
