package org.procart.scoring.instrument.scales;

/** How many of the parts of a scale must have a value. Manuals differ exactly at the boundary. */
@FunctionalInterface
public interface Answered {

  Answered ALL = (answered, of) -> answered == of;

  /** EORTC: half of the items is enough. */
  Answered AT_LEAST_HALF = (answered, of) -> 2 * answered >= of;

  /** FACT, subscales: half of the items is not enough. */
  Answered MORE_THAN_HALF = (answered, of) -> 2 * answered > of;

  /** FACT, totals: exactly 80 % of the items is not enough. */
  Answered MORE_THAN_80_PERCENT = (answered, of) -> 5 * answered > 4 * of;

  static Answered atLeast(int number) {
    return (answered, of) -> answered >= number;
  }

  /** Without any answer there is never a value. */
  default boolean enough(int answered, int of) {
    return answered > 0 && holds(answered, of);
  }

  boolean holds(int answered, int of);
}
