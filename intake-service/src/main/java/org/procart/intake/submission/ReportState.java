package org.procart.intake.submission;

/**
 * What became of a report. SCORED: checked by computer, read by nobody yet. SEEN: a person
 * acknowledged an alert of it.
 */
public enum ReportState {
  RECEIVED,
  SCORED,
  SEEN;

  /** Knows it of every receipt. */
  @FunctionalInterface
  public interface Source {

    ReportState of(String receipt);
  }
}
