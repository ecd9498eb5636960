package org.procart.notification.channel;

/** What goes first where a supplier takes only so many at a time; the most urgent one first. */
public enum Urgency {
  /** A page for a RED alert; never waits for another kind. */
  RED,
  /** An answer to somebody who wrote to us, or word to those who run the platform. */
  ANSWER,
  /** A page for an AMBER alert. */
  AMBER,
  /** A reminder to a patient or carer. */
  REMINDER
}
