package org.procart.notification.channel.sms;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.InboundListener;
import org.procart.notification.channel.ReceiptListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What suppliers bring, handed on. All of it is stored when these return. */
@Component
class Incoming {

  private final ObjectProvider<ReceiptListener> receipts;
  private final ObjectProvider<InboundListener> replies;
  private final Standings standings;

  Incoming(
      ObjectProvider<ReceiptListener> receipts,
      ObjectProvider<InboundListener> replies,
      Standings standings) {
    this.receipts = receipts;
    this.replies = replies;
    this.standings = standings;
  }

  void receipt(String supplier, String messageId, Fate fate) {
    String providerId = MessageIds.of(supplier, messageId);
    receipts.getObject().onReceipt(providerId, fate.toReceipt());
    standings.heard(supplier, providerId, fate.verdict());
  }

  /**
   * @param messageId null where the supplier gives none
   */
  void reply(String supplier, @Nullable String messageId, String from, String text) {
    String id = messageId == null ? UUID.randomUUID().toString() : messageId;
    replies.getObject().onInbound(MessageIds.of(supplier, id), from, text);
  }
}
