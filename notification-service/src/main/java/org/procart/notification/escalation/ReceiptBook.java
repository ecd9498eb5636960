package org.procart.notification.escalation;

import java.time.Instant;
import java.util.List;
import org.procart.notification.channel.ReceiptListener.Receipt;
import org.procart.notification.receipt.ReceiptOwner;
import org.procart.notification.receipt.Receipts;
import org.springframework.stereotype.Component;

/** Which messages belong to which attempts, and what their receipts say. */
@Component
class ReceiptBook implements ReceiptOwner {

  private static final String NAME = "escalation";
  private static final String BETWEEN = "/";

  private final Receipts receipts;
  private final Escalations escalations;
  private final Wake wake;

  ReceiptBook(Receipts receipts, Escalations escalations, Wake wake) {
    this.receipts = receipts;
    this.escalations = escalations;
    this.wake = wake;
  }

  /** An attempt of an escalation. */
  record Of(String escalationId, String attemptId) {}

  /** Notes which attempts a message tells of; {@link #match} when their sending is noted. */
  void sent(String providerId, List<Of> attempts) {
    receipts.sent(
        NAME,
        providerId,
        attempts.stream().map(each -> each.escalationId() + BETWEEN + each.attemptId()).toList());
  }

  /** Brings message id and receipt together when both are there. */
  void match(String providerId) {
    receipts.match(providerId);
  }

  void clean(Instant now) {
    receipts.clean(now);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void receipt(String of, Receipt receipt) {
    int between = of.lastIndexOf(BETWEEN);
    String escalationId = of.substring(0, between);
    escalations.receipt(escalationId, of.substring(between + 1), receipt);
    wake.soon(escalationId);
  }
}
