package org.procart.notification.escalation;

/** Why the next step of an escalation waits. */
public enum WaitsFor {
  /** Somebody was told and has time to answer. */
  ACKNOWLEDGEMENT,
  /** The site's quiet hours; never for a RED. */
  QUIET_HOURS,
  /** Nothing of this round could leave: the next round comes sooner than usual. */
  SUPPLIERS
}
