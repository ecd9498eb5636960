package org.procart.alerting.replay;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.replay.Truth.Event;
import org.procart.alerting.rule.RuleSet;

/** Everything that is counted in one run, patient after patient. */
final class Tally {

  private final Contest contest;
  private final Terms terms;
  private final @Nullable Truth truth;
  private final Version candidate;
  private final Version compared;
  private final DifferenceTally difference = new DifferenceTally();
  private final ActedOnTally actedOn = new ActedOnTally();
  private final Set<String> ofScope = new HashSet<>();
  private int reports;
  private int patients;
  private int patientDays;
  private int events;
  private int outside;

  /** One of the two sets. */
  private record Version(RuleSet set, LoadTally load, @Nullable AccuracyTally accuracy) {

    private static Version of(RuleSet set, @Nullable Truth truth) {
      return new Version(set, new LoadTally(set), truth == null ? null : new AccuracyTally(truth));
    }

    private void measure(PatientWatch watch, Map<String, List<Event>> events) {
      if (accuracy != null) {
        accuracy.add(watch, events);
      }
    }

    private VersionResult result(int reports, int patientDays) {
      return new VersionResult(
          set.id(),
          set.version(),
          load.load(reports, patientDays),
          load.rules(),
          load.notReplayed(),
          accuracy == null ? null : accuracy.accuracy());
    }
  }

  Tally(Contest contest, Terms terms, @Nullable Truth truth) {
    this.contest = contest;
    this.terms = terms;
    this.truth = truth;
    this.candidate = Version.of(contest.candidate(), truth);
    this.compared = Version.of(contest.compared(), truth);
  }

  void add(PatientOutcome outcome) {
    ofScope.add(outcome.patientId());
    reports += outcome.reports().size();
    patients += outcome.reports().isEmpty() ? 0 : 1;
    patientDays += outcome.days();
    candidate.load.add(outcome.candidate(), outcome.reports());
    compared.load.add(outcome.compared(), outcome.reports());
    difference.add(outcome);
    if (truth != null && truth.tellsOf(outcome.patientId())) {
      measure(outcome, truth);
    }
  }

  /** An alert that was really opened in the period; of other patients it does not count. */
  void addOpened(Alert alert) {
    if (ofScope.contains(String.valueOf(alert.episode().origin().subject().patientId()))) {
      actedOn.add(alert);
    }
  }

  DryRunReport report() {
    return new DryRunReport(
        candidate.result(reports, patientDays),
        compared.result(reports, patientDays),
        new Coverage(
            contest.siteId(),
            terms.period().from(),
            terms.period().to(),
            Math.toIntExact(terms.episode().toHours()),
            reports,
            patients,
            patientDays,
            truth == null ? null : coverage(truth)),
        difference.difference(),
        actedOn.actedOn());
  }

  private void measure(PatientOutcome outcome, Truth told) {
    Map<String, List<Event>> inPeriod = told.of(outcome.patientId(), terms.period());
    int counted = inPeriod.values().stream().mapToInt(List::size).sum();
    events += counted;
    outside += told.events().getOrDefault(outcome.patientId(), List.of()).size() - counted;
    candidate.measure(outcome.candidate(), inPeriod);
    compared.measure(outcome.compared(), inPeriod);
  }

  private Coverage.OfTruth coverage(Truth told) {
    Set<String> here = new HashSet<>(told.events().keySet());
    here.retainAll(ofScope);
    int all = told.events().size();
    return new Coverage.OfTruth(
        all,
        all - here.size(),
        events,
        outside,
        Math.toIntExact(told.before().toHours()),
        Math.toIntExact(told.after().toHours()));
  }
}
