package org.procart.alerting.score;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Alerts;
import org.procart.alerting.alert.Correction;
import org.procart.alerting.alert.Correction.Reason;
import org.procart.alerting.alert.Doubt;
import org.procart.alerting.history.KeptReport;
import org.procart.alerting.history.PatientSeries;
import org.procart.alerting.history.ScoreHistory;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.patient.Patient;
import org.procart.alerting.patient.Patients;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.RulesInForce;
import org.procart.alerting.worklist.WorkList;
import org.springframework.stereotype.Component;

/**
 * Follows a score through: history, alerts, corrections, work-list, and last the mark that all of
 * it is done. Each step may be done again without doing anything twice.
 */
@Component
final class Scores {

  private final ScoreHistory history;
  private final RulesInForce rules;
  private final Alerts alerts;
  private final WorkList workList;
  private final Patients patients;
  private final PagingProperties paging;

  Scores(
      ScoreHistory history,
      RulesInForce rules,
      Alerts alerts,
      WorkList workList,
      Patients patients,
      PagingProperties paging) {
    this.history = history;
    this.rules = rules;
    this.alerts = alerts;
    this.workList = workList;
    this.patients = patients;
    this.paging = paging;
  }

  /**
   * @return false when it was followed through before
   */
  boolean follow(ScoredReport report) {
    if (report.patientId() == null) {
      judge(report, PatientSeries.EMPTY);
      return true;
    }
    Optional<KeptReport> kept = history.keep(report);
    kept.ifPresent(
        found -> {
          judge(report, found.around());
          workList.note(report, siteOf(report));
          history.followedThrough(found);
        });
    return kept.isPresent();
  }

  private void judge(ScoredReport report, PatientSeries series) {
    String siteId = siteOf(report);
    RuleSet set = rules.now().forSite(siteId);
    Judgement judgement = Judgement.of(report, series, set);
    new Rings(report, siteId, set, paging.observedWithin()).of(judgement).forEach(alerts::ring);
    String patientId = report.patientId();
    if (patientId != null) {
      correct(patientId, report, series, judgement);
    }
  }

  /** After the rings: an alert that heard this report needs no note that it changed. */
  private void correct(
      String patientId, ScoredReport report, PatientSeries series, Judgement judgement) {
    noteReplaced(patientId, report);
    // What was replaced may come last, and rings: it has to be seen that it was replaced.
    series.replacementOf(report).ifPresent(newer -> noteReplaced(patientId, newer));
    judgement
        .silenced()
        .forEach(
            silenced ->
                alerts.correct(
                    patientId,
                    new Doubt(
                        silenced.submissionId(),
                        silenced.ruleId(),
                        correction(report, Reason.PREVIOUS_CHANGED))));
  }

  private void noteReplaced(String patientId, ScoredReport newer) {
    String replaced = newer.supersedes();
    if (replaced != null) {
      Reason reason = newer.enteredInError() ? Reason.ENTERED_IN_ERROR : Reason.REPORT_REPLACED;
      alerts.correct(patientId, new Doubt(replaced, null, correction(newer, reason)));
    }
  }

  private static Correction correction(ScoredReport report, Reason reason) {
    return new Correction(report.scoreId(), report.receipt(), reason);
  }

  private @Nullable String siteOf(ScoredReport report) {
    String siteId = report.siteId();
    return siteId != null
        ? siteId
        : Optional.ofNullable(report.patientId())
            .flatMap(patients::find)
            .map(Patient::siteId)
            .orElse(null);
  }
}
