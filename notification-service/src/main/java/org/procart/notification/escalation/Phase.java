package org.procart.notification.escalation;

/** Life of an escalation: PAGING → ACKNOWLEDGED → ENDED, or straight to ENDED. */
public enum Phase {
  PAGING,
  ACKNOWLEDGED,
  ENDED
}
