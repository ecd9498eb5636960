package org.procart.alerting.replay;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.RuleSets;

/**
 * Two sets that are tried on the same reports.
 *
 * @param siteId whose reports; null: those of every site without a set of its own
 * @param sites says it of a report's site
 */
record Contest(
    RuleSet candidate,
    RuleSet compared,
    @Nullable String siteId,
    Predicate<@Nullable String> sites) {

  static Contest of(RuleSet candidate, @Nullable String siteId, RuleSets inForce) {
    RuleSet compared = inForce.forSite(siteId);
    return new Contest(
        candidate,
        compared,
        siteId,
        siteId == null ? site -> inForce.forSite(site).id().equals(compared.id()) : siteId::equals);
  }
}
