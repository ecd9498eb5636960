package org.procart.notification.channel.sms;

import org.procart.notification.channel.ReceiptListener.Receipt;

/**
 * What a supplier says became of a message.
 *
 * @param verdict what it says about the supplier
 */
record Fate(Verdict verdict, String reason) {

  static Fate delivered(String reason) {
    return new Fate(Verdict.DELIVERED, reason);
  }

  static Fate notDelivered(String reason) {
    return new Fate(Verdict.SUPPLIER_FAULT, reason);
  }

  static Fate phoneNotReached(String reason) {
    return new Fate(Verdict.PHONE_FAULT, reason);
  }

  Receipt toReceipt() {
    return new Receipt(verdict == Verdict.DELIVERED, reason);
  }
}
