package org.procart.alerting.alert;

/** What happened to an alert. */
public enum ChangeKind {
  RAISED,
  WORSENED,
  REPEATED,
  RE_PAGED,
  RE_ARMED,
  /** Why it sounds again: somebody took it and did nothing; the change itself is RE_PAGED. */
  IDLE,
  ACKNOWLEDGED,
  ACTION_RECORDED,
  CORRECTED,
  CLOSED
}
