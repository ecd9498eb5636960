package org.procart.notification.escalation;

/** Where an attempt stands. */
public enum AttemptState {
  /** Waits for its time. */
  QUEUED,
  /** Claimed by an instance; being handed over. */
  SENDING,
  /** The supplier has it: not yet delivered. */
  SENT,
  DELIVERED,
  FAILED,
  /** Never left within its time. */
  EXPIRED,
  /** Not needed any more. */
  SKIPPED;

  boolean open() {
    return this == QUEUED || this == SENDING;
  }
}
