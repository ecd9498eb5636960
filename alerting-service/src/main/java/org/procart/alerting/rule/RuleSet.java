package org.procart.alerting.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A site's rules, in the version that is in force.
 *
 * @param id stable id
 * @param version of the whole set
 * @param site null: the set of every site without its own
 * @param title for staff
 * @param status what the set claims to be, for example proposal or approved
 * @param validTo last day for which it was signed off; it stays in force after it, and operations
 *     are told; null: not limited
 * @param settings lists of words that conditions may use by name, for example the safety list
 * @param rules the rules
 */
public record RuleSet(
    String id,
    String version,
    @Nullable String site,
    String title,
    String status,
    @Nullable LocalDate validTo,
    Map<String, List<String>> settings,
    List<Rule> rules) {

  /** Everything that rings, by rule; rules that stay silent are not listed. */
  public List<Ringing> evaluate(ReportFacts report, List<ScaleFacts> scales) {
    return rules.stream()
        .map(rule -> new Ringing(rule, rule.findings(report, scales)))
        .filter(ringing -> !ringing.findings().isEmpty())
        .toList();
  }

  /** What happens when a planned report does not come; empty: nobody hears of it. */
  public Optional<Unheard> unheard(ReportFacts planned) {
    Facts facts = Facts.of(planned, null);
    return of(Subject.SILENCE)
        .flatMap(rule -> rule.clause(facts).map(clause -> new Unheard(this, rule, clause)).stream())
        .findFirst();
  }

  /** What rings for a patient who has been said to be in hospital for so many hours. */
  public List<Ringing> stay(ReportFacts patient, double hours) {
    Facts facts = Facts.ofStay(patient, hours);
    return of(Subject.STAY)
        .flatMap(
            rule -> rule.finding(facts).map(found -> new Ringing(rule, List.of(found))).stream())
        .toList();
  }

  /** A set may leave silence to the default set, and must not lose it by saying nothing. */
  public boolean speaksOf(Subject subject) {
    return of(subject).findAny().isPresent();
  }

  private Stream<Rule> of(Subject subject) {
    return rules.stream().filter(rule -> rule.subject() == subject);
  }

  public Optional<Rule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /**
   * A rule about a report that did not come.
   *
   * @param set whose rule it is
   * @param rule the rule
   * @param clause its worst clause that holds
   */
  public record Unheard(RuleSet set, Rule rule, Clause clause) {}

  /**
   * A rule that rings.
   *
   * @param rule the rule
   * @param findings why, at least one
   */
  public record Ringing(Rule rule, List<Finding> findings) {}
}
