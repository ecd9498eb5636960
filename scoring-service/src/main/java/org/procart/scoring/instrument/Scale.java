package org.procart.scoring.instrument;

import java.util.Set;

/** A scale with its bounds; both bounds are possible values. */
public record Scale(String id, double minimum, double maximum, Direction direction) {

  public static Scale worseUpTo(int maximum, String id) {
    return new Scale(id, 0, maximum, Direction.HIGHER_WORSE);
  }

  public ScaleScore value(double value) {
    return new ScaleScore(this, value, null, null, Set.of());
  }

  /** A grade of a published algorithm, which is its value too. */
  public ScaleScore grade(int grade) {
    return new ScaleScore(this, (double) grade, grade, null, Set.of());
  }

  public ScaleScore missing(MissingReason reason) {
    return new ScaleScore(this, null, null, reason, Set.of());
  }
}
