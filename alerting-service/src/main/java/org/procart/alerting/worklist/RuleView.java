package org.procart.alerting.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.RuleReference;
import org.procart.alerting.rule.Rule;
import org.procart.alerting.rule.RuleSets;

/**
 * The rule that rang.
 *
 * @param ruleSetVersion version that rang last
 * @param citation where its limits come from; null when that version is not in force any more
 * @param clauses its ways to ring; empty when that version is not in force any more
 */
record RuleView(
    String ruleId,
    String title,
    String ruleSetId,
    String ruleSetVersion,
    @Nullable String citation,
    List<ClauseView> clauses) {

  /** One way to ring, as written. */
  record ClauseView(String id, String level, List<String> scales, String when, String wording) {

    static List<ClauseView> of(Rule rule) {
      return rule.clauses().stream()
          .map(
              clause ->
                  new ClauseView(
                      clause.id(),
                      clause.level().name(),
                      clause.scaleNames(),
                      clause.when(),
                      clause.wording()))
          .toList();
    }
  }

  static RuleView of(RuleReference reference, RuleSets sets) {
    Rule inForce =
        sets.find(reference.ruleSetId())
            .filter(set -> set.version().equals(reference.ruleSetVersion()))
            .flatMap(set -> set.rule(reference.ruleId()))
            .orElse(null);
    return new RuleView(
        reference.ruleId(),
        reference.title(),
        reference.ruleSetId(),
        reference.ruleSetVersion(),
        inForce == null ? null : inForce.citation(),
        inForce == null ? List.of() : ClauseView.of(inForce));
  }
}
