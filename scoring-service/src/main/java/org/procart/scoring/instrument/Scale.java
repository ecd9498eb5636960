package org.procart.scoring.instrument;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scale with its bounds.
 *
 * @param minimum lowest possible value; null: not bounded
 * @param maximum highest possible value; null: not bounded
 */
public record Scale(
    String id, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum, Direction direction) {

  public static Scale worseUpTo(int maximum, String id) {
    return new Scale(id, BigDecimal.ZERO, BigDecimal.valueOf(maximum), Direction.HIGHER_WORSE);
  }

  /** Trailing zeros say nothing: 38.0 and 38.00 are the same value. */
  public ScaleScore value(BigDecimal value) {
    return new ScaleScore(this, value.stripTrailingZeros(), null, null, Set.of(), null, null);
  }

  public ScaleScore value(long value) {
    return value(BigDecimal.valueOf(value));
  }

  /** A grade of a published algorithm, which is its value too. */
  public ScaleScore grade(int grade) {
    return new ScaleScore(this, BigDecimal.valueOf(grade), grade, null, Set.of(), null, null);
  }

  public ScaleScore missing(MissingReason reason) {
    return new ScaleScore(this, null, null, reason, Set.of(), null, null);
  }

  /** Bounds are inclusive. */
  public boolean takes(BigDecimal value) {
    return (minimum == null || value.compareTo(minimum) >= 0)
        && (maximum == null || value.compareTo(maximum) <= 0);
  }

  /** In words, where a value lies that this scale does not take. */
  String beyond() {
    if (minimum == null) {
      return maximum == null ? "Nowhere" : "Above " + maximum.toPlainString();
    }
    return maximum == null
        ? "Below " + minimum.toPlainString()
        : "Outside of %s to %s".formatted(minimum.toPlainString(), maximum.toPlainString());
  }
}
