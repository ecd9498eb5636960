package org.procart.notification.channel;

/** Is told of every message that a person sends to us. */
public interface InboundListener {

  /** Must be durable when it returns; an exception makes the supplier bring it again. */
  void onInbound(String from, String text);
}
