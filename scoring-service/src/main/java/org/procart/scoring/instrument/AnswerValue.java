package org.procart.scoring.instrument;

import java.math.BigDecimal;
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
  record Numeric(BigDecimal value) implements AnswerValue {

    public static Numeric of(long value) {
      return new Numeric(BigDecimal.valueOf(value));
    }
  }

  /**
   * A measurement.
   *
   * @param unit UCUM code
   */
  record Measured(BigDecimal value, String unit) implements AnswerValue {}

  /** Yes or no. */
  record YesNo(boolean yes) implements AnswerValue {}

  /** The reporter gave no answer and said, or the form knew, why. */
  record Withheld(MissingReason reason) implements AnswerValue {}

  /** Something of a kind that cannot be scored, or of a kind that a later release brought. */
  record Unclear() implements AnswerValue {}
}
