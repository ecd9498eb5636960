package org.procart.intake.status;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.procart.intake.patient.Patients;
import org.procart.intake.submission.ReportState;
import org.procart.intake.submission.StoredReports;
import org.procart.intake.submission.StoredReports.GivenAdvice;
import org.procart.intake.submission.StoredReports.StoredReport;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What became of a report, for whoever holds its receipt and may see the patient. */
@RestController
class SubmissionController {

  private final StoredReports reports;
  private final Progress progress;
  private final Patients patients;
  private final Clock clock;

  SubmissionController(StoredReports reports, Progress progress, Patients patients, Clock clock) {
    this.reports = reports;
    this.progress = progress;
    this.patients = patients;
    this.clock = clock;
  }

  record Submission(
      String receipt,
      ReportState state,
      Instant receivedAt,
      @Nullable Instant scoredAt,
      @Nullable Instant seenAt,
      @Nullable String supersededBy,
      @Nullable GivenAdvice advice) {}

  @GetMapping("/submissions/{receipt}")
  Submission submission(@PathVariable String receipt, Caller caller) {
    StoredReport report =
        reports
            .byReceipt(receipt)
            .filter(found -> maySee(caller, found))
            .orElseThrow(() -> ProblemException.notFound("submission"));
    Progress.Steps steps = progress.of(report.receipt());
    return new Submission(
        report.receipt(),
        steps.state(),
        report.receivedAt(),
        steps.scoredAt(),
        steps.seenAt(),
        report.supersededBy(),
        report.advice());
  }

  private boolean maySee(Caller caller, StoredReport report) {
    String patientId = report.patientId();
    if (patientId == null) {
      return caller.subject().equals(report.sender()) || caller.seesSite(report.siteId());
    }
    return (caller.has("patient") && patientId.equals(caller.patientId()))
        || caller.seesSite(report.siteId())
        || isCarer(caller, patientId);
  }

  /** Checked on each call: an entry may have ended. */
  private boolean isCarer(Caller caller, String patientId) {
    return caller.has("carer")
        && caller.patients().contains(patientId)
        && patients
            .find(patientId)
            .filter(found -> found.state().hasCarer(caller.subject(), clock.instant()))
            .isPresent();
  }
}
