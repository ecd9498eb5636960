package org.procart.alerting.replay;

import org.jspecify.annotations.Nullable;

/** Parts of a whole. */
final class Share {

  private static final double DIGITS = 10_000;

  private Share() {}

  /** Null where there is nothing to have a share of. */
  static @Nullable Double of(long part, long whole) {
    return whole == 0 ? null : rounded((double) part / whole);
  }

  /** Null where there is nothing to have a share of. */
  static @Nullable Double perHundred(long part, long whole) {
    return whole == 0 ? null : rounded(100.0 * part / whole);
  }

  static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
