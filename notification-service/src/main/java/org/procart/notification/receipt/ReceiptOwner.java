package org.procart.notification.receipt;

import org.procart.notification.channel.ReceiptListener.Receipt;

/** Whose messages were sent, and who wants to know what became of them. */
public interface ReceiptOwner {

  /** Stored with each message, and never changed. */
  String name();

  /**
   * Durable when it returns. May be told twice; after an exception it is told again.
   *
   * @param of what the owner gave with the message
   */
  void receipt(String of, Receipt receipt);
}
