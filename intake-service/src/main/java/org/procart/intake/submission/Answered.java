package org.procart.intake.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.intake.advice.Advice;
import org.procart.intake.answer.Fault;
import org.procart.intake.report.Completeness;

/**
 * What the sender of one report is told.
 *
 * @param receipt null: nothing could be stored
 * @param receivedAt when it came the first time
 * @param supersedes receipt of the version that this one replaced
 * @param retryAfterSeconds null: trying again changes nothing
 */
record Answered(
    int httpStatus,
    @Nullable String receipt,
    Instant receivedAt,
    ReportState state,
    @Nullable String supersedes,
    @Nullable Completeness completeness,
    List<Fault> faults,
    Advice advice,
    @Nullable Integer retryAfterSeconds) {

  Answered {
    faults = List.copyOf(faults);
  }

  /** What a sender of the same is told: stored before, by somebody else. */
  Answered again() {
    return new Answered(
        httpStatus == 201 ? 200 : httpStatus,
        receipt,
        receivedAt,
        state,
        supersedes,
        completeness,
        faults,
        advice,
        retryAfterSeconds);
  }

  /** Kept, and refused all the same. */
  Answered refused(int status, Fault reason) {
    List<Fault> all = new ArrayList<>(List.of(reason));
    all.addAll(faults);
    return new Answered(
        status,
        receipt,
        receivedAt,
        state,
        supersedes,
        completeness,
        all,
        advice,
        retryAfterSeconds);
  }

  boolean good() {
    return httpStatus == 200 || httpStatus == 201;
  }
}
