package org.procart.alerting.alert;

import org.jspecify.annotations.Nullable;

/**
 * A report that rang was corrected, or what it was measured against.
 *
 * @param causeId id of the event that says so
 * @param receipt of the correcting report
 * @param reason what changed
 */
public record Correction(String causeId, @Nullable String receipt, Reason reason) {

  /** What changed. */
  public enum Reason {
    /** The report was entered in error. */
    ENTERED_IN_ERROR,
    /** A newer revision of the report does not ring. */
    REPORT_REPLACED,
    /** The report that did not come in time came. */
    REPORT_CAME,
    /** A report that came late changes what this one was measured against. */
    PREVIOUS_CHANGED
  }
}
