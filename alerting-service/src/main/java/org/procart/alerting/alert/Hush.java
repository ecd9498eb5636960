package org.procart.alerting.alert;

/** Why a ring made no sound; every one is counted. */
public enum Hush {
  /** Observed too long before it was received to page anybody. */
  OBSERVED_LONG_AGO,
  /** Somebody was paged for the same or worse in this episode. */
  SAME_OR_CALMER
}
