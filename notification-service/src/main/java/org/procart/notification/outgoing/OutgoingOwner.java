package org.procart.notification.outgoing;

import java.util.Optional;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.ReceiptListener.Receipt;

/** Whose messages are made when they are sent, and who must know what became of them. */
public interface OutgoingOwner {

  /** Stored with each message, and never changed. */
  String name();

  /** Asked just before each try; empty: not wanted any more. */
  Optional<Message> message(String id);

  /** Durable when it returns. May be told twice; after an exception it is told again. */
  void ended(String id, Outcome outcome);

  /**
   * What the supplier said later of a message that it took, perhaps before {@link #ended} tells of
   * the taking. Durable when it returns. May be told twice; after an exception it is told again.
   */
  default void receipt(String id, Receipt receipt) {}
}
