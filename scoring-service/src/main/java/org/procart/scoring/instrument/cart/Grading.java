package org.procart.scoring.instrument.cart;

import org.procart.scoring.instrument.MissingReason;
import org.procart.scoring.instrument.Scale;
import org.procart.scoring.instrument.ScaleScore;

/** A grade, or why there is none. */
public sealed interface Grading {

  /** The facts are there. */
  record Grade(int grade) implements Grading {}

  /** A fact is missing that could change the grade. */
  record CannotTell(String why) implements Grading {}

  default ScaleScore on(Scale scale) {
    return switch (this) {
      case Grade(int grade) -> scale.grade(grade);
      case CannotTell(String why) -> scale.missing(MissingReason.CANNOT_TELL).explained(why);
    };
  }
}
