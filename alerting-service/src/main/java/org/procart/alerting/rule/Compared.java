package org.procart.alerting.rule;

import org.jspecify.annotations.Nullable;

/**
 * Other values of the same scale and patient.
 *
 * @param previous the same reporter's previous value by observation time; null: none
 * @param baseline last value before the infusion: the same reporter's, else anybody's; null: none
 * @param differs true when another reporter's latest value within 24 hours is another
 */
public record Compared(@Nullable Double previous, @Nullable Double baseline, boolean differs) {

  public static final Compared NOTHING = new Compared(null, null, false);

  public static Compared withPrevious(@Nullable Double previous) {
    return new Compared(previous, null, false);
  }
}
