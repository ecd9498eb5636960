package org.procart.alerting.rule;

/** What a rule is evaluated on. */
public enum Subject {
  /** Once for each scale that a clause names. */
  SCALE,
  /** Once for the report as a whole. */
  REPORT,
  /** For each planned report that did not come. */
  SILENCE,
  /** Once a day for each patient who is said to be in hospital. */
  STAY
}
