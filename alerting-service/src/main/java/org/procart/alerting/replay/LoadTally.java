package org.procart.alerting.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.procart.alerting.replay.RuleLoad.ClauseLoad;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.Rule;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.Subject;

/** Counts what rings under one set, patient after patient. */
final class LoadTally {

  private static final Set<Subject> DECIDED_BY_REPORTS = EnumSet.of(Subject.SCALE, Subject.REPORT);

  private final RuleSet rules;
  private final Map<String, OfRule> byRule = new LinkedHashMap<>();
  private int listedOnly;
  private int reportsThatRing;

  private static final class OfRule {
    private final Map<Level, Integer> alerts = new EnumMap<>(Level.class);
    private final Map<String, ClauseLoad> clauses = new TreeMap<>();
    private int soundings;
    private int reports;

    private int alerts(Level level) {
      return alerts.getOrDefault(level, 0);
    }
  }

  LoadTally(RuleSet rules) {
    this.rules = rules;
    replayed().forEach(rule -> byRule.put(rule.id(), new OfRule()));
  }

  void add(PatientWatch watch, Set<String> reports) {
    watch.alerts().forEach(this::add);
    Set<String> ringing = new HashSet<>();
    for (Rung rung : watch.rung().values()) {
      add(rung);
      ringing.add(rung.place().submissionId());
    }
    ringing.retainAll(reports);
    reportsThatRing += ringing.size();
  }

  Load load(int reports, int patientDays) {
    int red = sum(Level.RED);
    int amber = sum(Level.AMBER);
    int soundings = byRule.values().stream().mapToInt(rule -> rule.soundings).sum();
    return new Load(
        red,
        amber,
        listedOnly,
        soundings,
        reportsThatRing,
        Share.of(reportsThatRing, reports),
        Share.perHundred(red + amber, reports),
        Share.perHundred(soundings, reports),
        Share.of(red + amber, patientDays),
        Share.of(soundings, patientDays));
  }

  /** In the order of the set; those that never rang too. */
  List<RuleLoad> rules() {
    return replayed().map(rule -> load(rule, of(rule.id()))).toList();
  }

  List<String> notReplayed() {
    return rules.rules().stream()
        .filter(rule -> !DECIDED_BY_REPORTS.contains(rule.subject()))
        .map(Rule::id)
        .toList();
  }

  private void add(ReplayedAlert alert) {
    OfRule rule = of(alert.ruleId());
    rule.alerts.merge(alert.level(), 1, Integer::sum);
    rule.soundings += alert.soundings().size();
    listedOnly += alert.sounded() ? 0 : 1;
  }

  private void add(Rung rung) {
    OfRule rule = of(rung.place().ruleId());
    rule.reports++;
    rung.clauses()
        .forEach(
            (clause, level) ->
                rule.clauses.merge(
                    clause,
                    new ClauseLoad(clause, level, 1),
                    (one, other) ->
                        new ClauseLoad(clause, level, one.reports() + other.reports())));
  }

  private Stream<Rule> replayed() {
    return rules.rules().stream().filter(rule -> DECIDED_BY_REPORTS.contains(rule.subject()));
  }

  private OfRule of(String ruleId) {
    return byRule.computeIfAbsent(ruleId, _ -> new OfRule());
  }

  private int sum(Level level) {
    return byRule.values().stream().mapToInt(rule -> rule.alerts(level)).sum();
  }

  private static RuleLoad load(Rule rule, OfRule counted) {
    List<ClauseLoad> clauses = new ArrayList<>(counted.clauses.values());
    clauses.sort(Comparator.comparing(ClauseLoad::reports).reversed());
    return new RuleLoad(
        rule.id(),
        rule.title(),
        counted.alerts(Level.RED),
        counted.alerts(Level.AMBER),
        counted.soundings,
        counted.reports,
        clauses);
  }
}
