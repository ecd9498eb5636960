package org.procart.alerting.replay;

/** How a run stands. */
public enum DryRunState {
  RUNNING,
  DONE,
  FAILED
}
