package org.procart.notification.channel;

/** Hands messages to one supplier. */
public interface MessageChannel {

  ChannelKind kind();

  /** How many suppliers it can choose from. */
  default int suppliers() {
    return 1;
  }

  /** One try, without a retry, in less than ten seconds. */
  Delivery send(Message message);
}
