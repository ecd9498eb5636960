package org.procart.alerting.replay;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.procart.alerting.alert.PastAlerts;
import org.procart.alerting.history.PastReports;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.patient.EnrolledPatients;
import org.procart.alerting.patient.EnrolledPatients.Enrolled;
import org.springframework.stereotype.Component;

/** Reads patient after patient, never all scores at once, and plays each through both sets. */
@Component
class DryRun {

  /** History is kept for so long; older reports may still be somebody's previous. */
  private static final Duration KEPT = Duration.ofDays(400);

  private static final Duration CLOCKS_WRONG_BY = Duration.ofDays(2);

  private final EnrolledPatients patients;
  private final PastReports reports;
  private final PastAlerts alerts;

  DryRun(EnrolledPatients patients, PastReports reports, PastAlerts alerts) {
    this.patients = patients;
    this.reports = reports;
    this.alerts = alerts;
  }

  /** Hears how far it is. */
  interface Progress {

    void at(int done, int total);
  }

  DryRunReport run(DryRunOrder order, Progress progress) {
    List<Enrolled> all =
        patients.real().stream()
            .filter(patient -> order.contest().sites().test(patient.siteId()))
            .toList();
    Replay replay = new Replay(order.contest(), order.terms());
    Tally tally = new Tally(order.contest(), order.terms(), order.truth());
    progress.at(0, all.size());
    for (int done = 0; done < all.size(); done++) {
      requireNotStopped();
      Enrolled patient = all.get(done);
      tally.add(replay.of(patient, reportsOf(patient, order)));
      progress.at(done + 1, all.size());
    }
    Period period = order.terms().period();
    alerts.openedBetween(period.from(), period.to(), tally::addOpened);
    return tally.report();
  }

  private List<ScoredReport> reportsOf(Enrolled patient, DryRunOrder order) {
    Period period = order.terms().period();
    return reports.observedBetween(
        patient.patientId(), period.from().minus(KEPT), period.to().plus(CLOCKS_WRONG_BY));
  }

  private static void requireNotStopped() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
  }
}
