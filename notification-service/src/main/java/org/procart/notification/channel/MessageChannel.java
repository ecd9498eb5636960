package org.procart.notification.channel;

/** Hands messages to one supplier. */
public interface MessageChannel {

  ChannelKind kind();

  /** One try, without a retry, in less than ten seconds. */
  Delivery send(Message message);
}
