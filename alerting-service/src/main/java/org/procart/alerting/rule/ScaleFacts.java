package org.procart.alerting.rule;

import org.jspecify.annotations.Nullable;

/**
 * What a rule may know about one scale of a report.
 *
 * @param scale id
 * @param value in the scale's points; null: missing
 * @param grade of the published algorithm; null for raw items and ungraded scales
 * @param missing why there is no value; null where there is one
 * @param compared what the value is measured against
 * @param compositeMissing true for a raw item whose term got no composite grade in this report
 * @param direction which way the scale is worse
 */
public record ScaleFacts(
    String scale,
    @Nullable Double value,
    @Nullable Integer grade,
    @Nullable String missing,
    Compared compared,
    boolean compositeMissing,
    Direction direction) {}
