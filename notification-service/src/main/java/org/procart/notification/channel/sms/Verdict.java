package org.procart.notification.channel.sms;

/** What a message says about its supplier. */
enum Verdict {
  /** Nothing yet. */
  WAITING,
  DELIVERED,
  /** Delivered, but too late. */
  LATE,
  /** Not delivered, or no answer, and no word that the phone was the cause. */
  SUPPLIER_FAULT,
  /** Not delivered because the phone was off or does not exist, says the supplier. */
  PHONE_FAULT
}
