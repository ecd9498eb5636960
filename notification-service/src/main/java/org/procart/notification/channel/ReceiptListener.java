package org.procart.notification.channel;

/** Is told what became of a message that a supplier took. */
public interface ReceiptListener {

  /** Must be durable when it returns; an exception makes the supplier tell again. */
  void onReceipt(String providerId, Receipt receipt);

  /** What became of it. */
  record Receipt(boolean delivered, String reason) {}
}
