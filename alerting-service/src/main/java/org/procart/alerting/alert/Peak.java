package org.procart.alerting.alert;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.Direction;
import org.procart.alerting.rule.Level;

/**
 * The worst of one scale in an episode. A scale that can be too high and too low has a peak each
 * way.
 *
 * @param level at which it rang; null in episodes of earlier releases: AMBER
 * @param step how much worse a value must be to count as worse; null: anything
 */
public record Peak(
    String scale,
    @Nullable Double value,
    Direction direction,
    @Nullable Level level,
    @Nullable Double step) {

  static Peak of(Evidence evidence) {
    return new Peak(
        evidence.scale(),
        evidence.value(),
        evidence.direction(),
        evidence.level(),
        evidence.step());
  }

  boolean sameSide(Peak other) {
    return side().equals(other.side());
  }

  /** Scale and direction: what is measured against each other. */
  String side() {
    return scale + " " + direction;
  }

  /** A higher level is worse whatever the value, a lower one is not. */
  boolean isWorseThan(Peak other) {
    Level mine = atLeastAmber(level);
    Level theirs = atLeastAmber(other.level);
    return mine == theirs ? isFurtherThan(other) : mine.isWorseThan(theirs);
  }

  private boolean isFurtherThan(Peak other) {
    if (value == null || other.value == null) {
      return value != null;
    }
    double far = Math.abs(value - other.value);
    return direction.isWorse(value, other.value) && far >= Objects.requireNonNullElse(step, 0.0);
  }

  static Peak worst(Peak one, Peak other) {
    return other.isWorseThan(one) ? other : one;
  }

  private static Level atLeastAmber(@Nullable Level level) {
    return Objects.requireNonNullElse(level, Level.AMBER);
  }
}
