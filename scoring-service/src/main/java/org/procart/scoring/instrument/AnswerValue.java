package org.procart.scoring.instrument;

import org.jspecify.annotations.Nullable;

/** What stands for one item in a report. Nothing here is a 0 unless the reporter said so. */
public sealed interface AnswerValue {

  /**
   * A chosen option.
   *
   * @param ordinal published number of the option; null where it has none
   */
  record Coded(String code, @Nullable Integer ordinal) implements AnswerValue {}

  /** A number that was entered. */
  record Numeric(double value) implements AnswerValue {}

  /** The reporter gave no answer and said, or the form knew, why. */
  record Withheld(MissingReason reason) implements AnswerValue {}

  /** Something of a kind that cannot be scored, or of a kind that a later release brought. */
  record Unclear() implements AnswerValue {}
}
