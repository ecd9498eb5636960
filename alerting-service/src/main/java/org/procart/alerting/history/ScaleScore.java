package org.procart.alerting.history;

import org.jspecify.annotations.Nullable;

/**
 * One scale of a report.
 *
 * @param scale id
 * @param value in the scale's points; null: missing
 * @param grade of the published algorithm; null for raw items and ungraded scales
 * @param missingReason why there is no value
 * @param direction HIGHER_WORSE, HIGHER_BETTER or NONE
 */
public record ScaleScore(
    String scale,
    @Nullable Double value,
    @Nullable Integer grade,
    @Nullable String missingReason,
    String direction) {

  @Override
  public String toString() {
    return "ScaleScore[" + scale + "]";
  }
}
