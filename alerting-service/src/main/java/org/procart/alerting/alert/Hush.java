package org.procart.alerting.alert;

import java.util.Collection;

/** Why a ring made no sound; every one is counted. */
public enum Hush {
  /** Observed too long before it was received to page anybody. */
  OBSERVED_LONG_AGO,
  /** The rule puts it on the work-list only. */
  WORK_LIST_ONLY,
  /** Somebody was paged for the same or worse in this episode. */
  SAME_OR_CALMER;

  /** Why evidence that may page nobody pages nobody. */
  static Hush of(Collection<Evidence> evidence) {
    return evidence.stream().allMatch(Evidence::listedOnly) ? WORK_LIST_ONLY : OBSERVED_LONG_AGO;
  }
}
