package org.procart.intake.snapshot;

/** What became of a change. */
public record Saved<T>(Snapshot<T> snapshot, Outcome outcome) {

  /** UNCHANGED: the same state was sent again, nothing was published. */
  public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED
  }
}
