package org.procart.alerting.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.procart.alerting.history.PatientSeries;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.rule.Finding;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.ReportFacts;
import org.procart.alerting.rule.Rule;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.ScaleFacts;

/**
 * What one report means under one rule set: what rings in it, and what it changes in reports of the
 * same reporter that were judged before it came. Pure; the same input gives the same answer.
 *
 * @param rings by rule, what rings now and did not before
 * @param silenced reports that rang before, by rule, and would not any more
 */
record Judgement(Map<Rule, List<Heard>> rings, Set<Silenced> silenced) {

  /** A finding and the report that it was made in. */
  record Heard(ScoredReport report, Finding finding) {}

  /** A report in which a rule rang only before this report came. */
  record Silenced(String submissionId, String ruleId) {}

  private record Rung(Rule rule, Finding finding) {

    boolean sameAs(Rung other) {
      return rule.id().equals(other.rule.id())
          && finding.scale().equals(other.finding.scale())
          && level() == other.level();
    }

    private Level level() {
      return finding.level();
    }
  }

  static Judgement of(ScoredReport report, PatientSeries series, RuleSet rules) {
    Judgement judgement = new Judgement(new LinkedHashMap<>(), new LinkedHashSet<>());
    rung(report, series, rules).forEach(rung -> judgement.ring(report, rung));
    PatientSeries before = series.without(report);
    for (ScoredReport touched : series.touchedBy(report)) {
      judgement.compare(touched, rung(touched, before, rules), rung(touched, series, rules));
    }
    return judgement;
  }

  private void compare(ScoredReport report, List<Rung> before, List<Rung> now) {
    now.stream()
        .filter(rung -> before.stream().noneMatch(rung::sameAs))
        .forEach(rung -> ring(report, rung));
    before.stream()
        .filter(rung -> now.stream().noneMatch(rung::sameAs))
        .forEach(rung -> silenced.add(new Silenced(report.submissionId(), rung.rule().id())));
  }

  private void ring(ScoredReport report, Rung rung) {
    rings
        .computeIfAbsent(rung.rule(), rule -> new ArrayList<>())
        .add(new Heard(report, rung.finding()));
  }

  private static List<Rung> rung(ScoredReport report, PatientSeries series, RuleSet rules) {
    if (report.enteredInError()) {
      return List.of();
    }
    List<ScaleFacts> scales = ReportScales.facts(report, series);
    return rules.evaluate(facts(report), scales).stream()
        .flatMap(
            ringing ->
                ringing.findings().stream().map(finding -> new Rung(ringing.rule(), finding)))
        .toList();
  }

  private static ReportFacts facts(ScoredReport report) {
    return new ReportFacts(
        report.instrument(),
        report.scorer(),
        report.completeness(),
        report.reporter(),
        report.careStatus(),
        report.day());
  }
}
