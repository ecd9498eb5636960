package org.procart.alerting.replay;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.procart.alerting.history.PatientSeries;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.patient.EnrolledPatients.Enrolled;

/**
 * Plays one patient's reports through two sets, one by one in the order in which they came: each is
 * judged against what was known by then, by the same code that judges it live. Pure.
 */
final class Replay {

  private final Contest contest;
  private final Terms terms;

  Replay(Contest contest, Terms terms) {
    this.contest = contest;
    this.terms = terms;
  }

  PatientOutcome of(Enrolled patient, List<ScoredReport> kept) {
    PatientWatch candidate = new PatientWatch(contest.candidate(), terms);
    PatientWatch compared = new PatientWatch(contest.compared(), terms);
    List<ScoredReport> known = new ArrayList<>();
    Set<String> superseded = new HashSet<>();
    Set<String> counted = new LinkedHashSet<>();
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (ScoredReport report : terms.inOrder(kept)) {
      known.add(report);
      if (report.supersedes() != null) {
        superseded.add(report.supersedes());
      }
      String siteId = report.siteId() == null ? patient.siteId() : report.siteId();
      if (terms.period().contains(report.receivedAt()) && contest.sites().test(siteId)) {
        PatientSeries series = new PatientSeries(known, superseded);
        candidate.receive(report, siteId, series);
        compared.receive(report, siteId, series);
        counted.add(report.submissionId());
        days.add(LocalDate.ofInstant(report.receivedAt(), ZoneOffset.UTC));
      }
    }
    return new PatientOutcome(patient.patientId(), counted, span(days), candidate, compared);
  }

  private static int span(NavigableSet<LocalDate> days) {
    return days.isEmpty()
        ? 0
        : Math.toIntExact(ChronoUnit.DAYS.between(days.first(), days.last()) + 1);
  }
}
