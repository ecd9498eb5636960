package org.procart.notification.channel.sms;

import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;

/** One company that carries our messages. */
interface SmsSupplier {

  String name();

  Availability availability();

  /**
   * One try, without a retry of any client in between. {@link Delivery.RetryLater} says that the
   * supplier does not have it for sure; where that is unknown, it is {@link Delivery.Unclear}.
   */
  Delivery send(Message message);

  /** Whether it can send. */
  enum Availability {
    READY,
    /** Cannot be reached. */
    AWAY,
    /** Does not want us: a person must look at our settings or at the account. */
    REFUSES_US
  }
}
