package org.procart.intake.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.procart.intake.advice.Advisor;
import org.procart.intake.answer.Fault;
import org.procart.intake.report.Version;
import org.procart.intake.site.AdviceLevel;

/** What the sender of a stored report is told. */
class Replies {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;

  private final ReportState.Source states;

  Replies(ReportState.Source states) {
    this.states = states;
  }

  Answered accepted(Accepted accepted) {
    Version before = accepted.supersedes();
    return answered(
        accepted.candidate(),
        accepted.version(),
        before == null ? null : before.receipt(),
        accepted.httpStatus(),
        ReportState.RECEIVED);
  }

  /** The first answer again, with what became of the report since. */
  Answered repeated(Candidate candidate, Version before) {
    return answered(
        candidate,
        before,
        null,
        before.httpStatus() == CREATED ? OK : before.httpStatus(),
        states.of(before.receipt()));
  }

  Answered postponed(Candidate candidate, String receipt) {
    Fault fault =
        new Fault(
            "too-many-reports",
            "",
            "The report is kept and will be looked at. Try again after the time in Retry-After.");
    Instant receivedAt = candidate.delivery().receivedAt();
    return new Answered(
        TOO_MANY,
        receipt,
        receivedAt,
        ReportState.RECEIVED,
        null,
        null,
        List.of(fault),
        Advisor.advise(
            AdviceLevel.moreUrgent(candidate.adviceLevel(), AdviceLevel.CONTACT),
            candidate.origin().site(),
            candidate.origin().language(),
            receivedAt),
        (int) Postponed.FOR.toSeconds());
  }

  private static Answered answered(
      Candidate candidate,
      Version version,
      @Nullable String supersedes,
      int httpStatus,
      ReportState state) {
    return new Answered(
        httpStatus,
        version.receipt(),
        version.receivedAt(),
        state,
        supersedes,
        version.completeness(),
        faults(candidate, httpStatus),
        candidate.advice(),
        null);
  }

  private static List<Fault> faults(Candidate candidate, int httpStatus) {
    List<Fault> faults = new ArrayList<>();
    if (httpStatus == CONFLICT) {
      faults.add(
          new Fault(
              "report-conflict",
              "QuestionnaireResponse",
              "A finished report of this identity says something else. This one is stored and"
                  + " looked at beside it. To correct the first, send status amended; to report"
                  + " again, use a new identifier."));
    }
    faults.addAll(Objects.requireNonNull(candidate.faults()));
    return faults;
  }
}
