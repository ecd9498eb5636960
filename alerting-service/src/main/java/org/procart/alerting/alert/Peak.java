package org.procart.alerting.alert;

import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.Direction;

/** The worst value of a scale in an episode. */
public record Peak(String scale, @Nullable Double value, Direction direction) {

  static Peak of(Evidence evidence) {
    return new Peak(evidence.scale(), evidence.value(), evidence.direction());
  }

  boolean isWorseThan(Peak other) {
    return value != null && (other.value == null || direction.isWorse(value, other.value));
  }

  static Peak worst(Peak one, Peak other) {
    return other.isWorseThan(one) ? other : one;
  }
}
