package org.procart.notification.escalation;

/** What the people who run the platform must hear of. */
public enum Concern {
  /** A step had nobody. */
  NO_COVER,
  /** A whole round reached nobody. */
  NOBODY_REACHED
}
