package org.procart.notification.channel.sms;

import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;

/** One company that carries our messages. */
interface SmsSupplier {

  String name();

  /** As far as is known. */
  Availability availability();

  /**
   * Whether others go first now, because it could not be reached or did not want us just before.
   */
  boolean resting();

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
