package org.procart.intake.report;

/**
 * How much of a report could be read. Names are part of the contract of {@code pro.submission.v1}.
 */
public enum Completeness {
  COMPLETE,
  PARTIAL,
  SALVAGED,
  CONFLICTING,
  UNREADABLE;

  /** Faultless reports count as previous and may replace anything that their status allows. */
  boolean faultless() {
    return this == COMPLETE || this == PARTIAL;
  }
}
