package org.procart.notification.channel;

/** Is told of every message that a person sends to us. */
public interface InboundListener {

  /**
   * Must be durable when it returns; an exception makes the supplier bring it again.
   *
   * @param id of the message; the same again is the same message
   */
  void onInbound(String id, String from, String text);
}
