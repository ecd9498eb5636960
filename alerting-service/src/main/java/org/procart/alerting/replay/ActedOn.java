package org.procart.alerting.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that were really opened in the period, and those of them that had an action.
 *
 * @param share 0 to 1; null: there were none
 */
public record ActedOn(
    Integer alerts, Integer actedOn, @Nullable Double share, List<OfRule> byRule) {

  /** One rule. */
  public record OfRule(String ruleId, Integer alerts, Integer actedOn, @Nullable Double share) {}
}
