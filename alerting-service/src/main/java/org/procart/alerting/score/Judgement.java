package org.procart.alerting.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.history.PatientSeries;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.rule.Finding;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.ReportFacts;
import org.procart.alerting.rule.Rule;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.ScaleFacts;
import org.procart.alerting.rule.Together;

/**
 * What one report means under one rule set: what rings in it, and what it changes in reports of the
 * same reporter that were judged before it came. Pure; the same input gives the same answer.
 *
 * @param rings by rule, what rings now and did not before
 * @param silenced reports that rang before, by rule, and would not any more
 */
public record Judgement(Map<Rule, List<Heard>> rings, Set<Silenced> silenced) {

  /** A finding and the report that it was made in. */
  public record Heard(ScoredReport report, Finding finding) {}

  /** A report in which a rule rang only before this report came. */
  public record Silenced(String submissionId, String ruleId) {}

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

  public static Judgement of(ScoredReport report, PatientSeries series, RuleSet rules) {
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
    List<Rung> rung = alone(report, series, rules);
    return Stream.concat(rung.stream(), together(rung, report, series, rules)).toList();
  }

  /** What rings in the report by itself. */
  private static List<Rung> alone(ScoredReport report, PatientSeries series, RuleSet rules) {
    List<ScaleFacts> scales = ReportScales.facts(report, series);
    return rules.evaluate(facts(report), scales).stream()
        .flatMap(
            ringing ->
                ringing.findings().stream().map(finding -> new Rung(ringing.rule(), finding)))
        .toList();
  }

  /** What it rings together with what others, or the same, reported at about the same time. */
  private static Stream<Rung> together(
      List<Rung> rung, ScoredReport report, PatientSeries series, RuleSet rules) {
    return rules.rules().stream()
        .flatMap(rule -> Optional.ofNullable(together(rule, rung, report, series, rules)).stream());
  }

  private static @Nullable Rung together(
      Rule rule, List<Rung> rung, ScoredReport report, PatientSeries series, RuleSet rules) {
    Together together = rule.together();
    List<Rung> own = rung.stream().filter(one -> one.rule().equals(rule)).toList();
    if (together == null || own.isEmpty() || own.stream().anyMatch(one -> !counts(together, one))) {
      return null; // silent, or as urgent as it gets
    }
    Set<String> signs = new TreeSet<>();
    Stream.concat(
            own.stream(),
            series.around(report, together.within()).stream()
                .flatMap(other -> alone(other, series, rules).stream())
                .filter(one -> one.rule().equals(rule) && counts(together, one)))
        .forEach(one -> signs.add(one.finding().clauseId()));
    Finding finding = together.of(signs);
    return finding == null ? null : new Rung(rule, finding);
  }

  private static boolean counts(Together together, Rung rung) {
    return together.counts(rung.finding());
  }

  private static ReportFacts facts(ScoredReport report) {
    return new ReportFacts(
        report.instrument(),
        report.scorer(),
        report.completeness(),
        report.reporter(),
        report.careStatus(),
        report.day(),
        ReportScales.values(report));
  }
}
