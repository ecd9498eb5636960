package org.procart.notification.outgoing;

import org.procart.notification.channel.ReceiptListener.Receipt;
import org.procart.notification.receipt.ReceiptOwner;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands delivery receipts to those whose messages they are about. */
@Component
class OutgoingReceipts implements ReceiptOwner {

  static final String NAME = "outgoing";
  private static final String BETWEEN = "/";

  private final ObjectProvider<OutgoingOwner> owners;

  OutgoingReceipts(ObjectProvider<OutgoingOwner> owners) {
    this.owners = owners;
  }

  static String of(String owner, String id) {
    return owner + BETWEEN + id;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void receipt(String of, Receipt receipt) {
    int between = of.indexOf(BETWEEN);
    String owner = of.substring(0, between);
    owners.stream()
        .filter(each -> each.name().equals(owner))
        .forEach(each -> each.receipt(of.substring(between + 1), receipt));
  }
}
