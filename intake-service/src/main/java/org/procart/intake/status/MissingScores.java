package org.procart.intake.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.store.Leases;
import org.procart.intake.status.AwaitedScores.Awaited;
import org.procart.intake.submission.StoredReports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** A report that nobody scores is published again, three times, and then a person is told. */
class MissingScores {

  private static final Logger LOG = LoggerFactory.getLogger(MissingScores.class);
  private static final Duration LEASE = Duration.ofSeconds(90);
  private static final int REPUBLICATIONS = 3;
  private static final String ALARM = "REPORT_NOT_SCORED";

  private final AwaitedScores awaited;
  private final Progress progress;
  private final StoredReports reports;
  private final EventSender sender;
  private final OperationsAlarms alarms;
  private final Leases leases;
  private final Clock clock;
  private final StatusSettings settings;

  MissingScores(
      AwaitedScores awaited,
      Progress progress,
      StoredReports reports,
      EventSender sender,
      OperationsAlarms alarms,
      Leases leases,
      Clock clock,
      StatusSettings settings) {
    this.awaited = awaited;
    this.progress = progress;
    this.reports = reports;
    this.sender = sender;
    this.alarms = alarms;
    this.leases = leases;
    this.clock = clock;
    this.settings = settings;
  }

  @Scheduled(fixedDelayString = "${procart.intake.status.check-every}")
  void check() {
    if (!leases.take("missing-scores", LEASE)) {
      return;
    }
    List<Awaited> overdue = awaited.since(clock.instant().minus(settings.unscoredAfter()));
    overdue.forEach(this::check);
    if (overdue.stream().noneMatch(each -> each.republished() >= REPUBLICATIONS)) {
      alarms.clear(ALARM, null);
    }
  }

  private void check(Awaited report) {
    if (progress.of(report.receipt()).scoredAt() != null) {
      awaited.done(report.receipt());
    } else if (report.republished() < REPUBLICATIONS) {
      republish(report);
    } else if (report.republished() == REPUBLICATIONS) {
      raise(report);
    }
  }

  private void republish(Awaited report) {
    Instant now = clock.instant();
    if (!awaited.countRepublication(report, now)) {
      return;
    }
    LOG.atWarn()
        .addKeyValue("receipt", report.receipt())
        .addKeyValue("time", report.republished() + 1)
        .log("Report has no score; published again");
    reports
        .announcement(report.documentId())
        .ifPresent(
            again -> {
              var _ = sender.send(again.topic(), again.key(), again.event());
            });
  }

  private void raise(Awaited report) {
    if (awaited.countRepublication(report, clock.instant())) {
      alarms.raise(
          ALARM,
          null,
          "Report %s was published %d times and has no score. Is scoring running?"
              .formatted(report.receipt(), REPUBLICATIONS + 1));
    }
  }
}
