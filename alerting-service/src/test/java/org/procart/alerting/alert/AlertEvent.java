package org.procart.alerting.alert;

/** What may happen to an alert, in the words of docs/alert-states.md. */
enum AlertEvent {
  RINGS("rings, and somebody may be paged for it"),
  RINGS_WORSE("rings worse: a higher level or value, or another sign"),
  RINGS_THE_SAME("rings the same"),
  RINGS_CALMER("rings calmer"),
  RINGS_AFTER_THE_HUSH("rings the same or calmer, and the rule's `quiet` time is over"),
  RINGS_OBSERVED_LONG_AGO("rings, observed long before it was received"),
  RINGS_FOR_THE_WORK_LIST("rings for the work-list only"),
  TAKEN("a person acknowledges the current sounding"),
  OLDER_TAKEN("a person acknowledges an older sounding"),
  ACTED("a person records an action"),
  CORRECTED("what rang is corrected"),
  NOT_PAGING("the auditor sees nobody paging"),
  IDLE("nothing was done in time"),
  CLOSED("a person closes it"),
  CLOSED_TOO_EARLY("a person closes it, RED and nothing done");

  private final String words;

  AlertEvent(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
