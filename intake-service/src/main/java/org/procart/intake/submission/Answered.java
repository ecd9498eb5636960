package org.procart.intake.submission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.intake.advice.Advice;
import org.procart.intake.answer.Fault;
import org.procart.intake.report.Completeness;

/**
 * What the sender of one report is told.
 *
 * @param receipt null: nothing could be stored
 * @param supersedes receipt of the version that this one replaced
 * @param retryAfterSeconds null: trying again changes nothing
 */
record Answered(
    int httpStatus,
    @Nullable String receipt,
    Instant receivedAt,
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
        supersedes,
        completeness,
        faults,
        advice,
        retryAfterSeconds);
  }

  boolean good() {
    return httpStatus == 200 || httpStatus == 201;
  }
}
