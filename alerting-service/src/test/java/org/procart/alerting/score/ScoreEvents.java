package org.procart.alerting.score;

import static org.procart.alerting.history.TestReports.DAY_ZERO;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.procart.alerting.TestEvents;
import org.procart.alerting.history.ScaleScore;
import org.procart.alerting.history.ScoredReport;
import org.procart.schemas.Completeness;
import org.procart.schemas.Reporter;
import org.procart.schemas.Score;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.event.EventId;

/** Reports as scoring tells them, of another patient and moved to the last days. */
record ScoreEvents(String patient, long days) {

  static ScoreEvents of(String patient) {
    LocalDate dayZero = LocalDate.ofInstant(DAY_ZERO, ZoneOffset.UTC);
    LocalDate today = LocalDate.ofInstant(TestEvents.now(), ZoneOffset.UTC);
    return new ScoreEvents(patient, ChronoUnit.DAYS.between(dayZero, today) - 3);
  }

  ScoreComputed event(ScoredReport report) {
    LocalDate infusion = report.infusionDate();
    return TestEvents.score(patient + report.scoreId(), patient)
        .setSubmissionId(submissionId(report.submissionId()))
        .setInstrument(report.instrument())
        .setReportStatus(report.status())
        .setCompleteness(Completeness.valueOf(report.completeness()))
        .setReporter(Reporter.valueOf(report.reporter()))
        .setReporterId(report.reporterId())
        .setAuthoredAt(moved(report.observedAt()))
        .setReceivedAt(moved(report.receivedAt()))
        .setZone("UTC")
        .setDayAfterInfusion(report.day())
        .setInfusionDate(infusion == null ? null : infusion.plusDays(days))
        .setSupersedes(report.supersedes() == null ? null : submissionId(report.supersedes()))
        .setScores(report.scales().stream().map(ScoreEvents::score).toList())
        .build();
  }

  private Instant moved(Instant moment) {
    return moment.plus(Duration.ofDays(days));
  }

  private String submissionId(String id) {
    return EventId.of("test-submission", patient, id);
  }

  private static Score score(ScaleScore score) {
    return Score.newBuilder()
        .setScale(score.scale())
        .setValue(score.value())
        .setGrade(score.grade())
        .setMissingReason(score.missingReason())
        .setMinimum(null)
        .setMaximum(null)
        .setDirection(score.direction())
        .build();
  }
}
