package org.procart.alerting.alert;

/** What happened to an alert. */
public enum ChangeKind {
  RAISED,
  WORSENED,
  REPEATED,
  RE_PAGED,
  RE_ARMED,
  ACKNOWLEDGED,
  ACTION_RECORDED,
  CORRECTED,
  CLOSED
}
