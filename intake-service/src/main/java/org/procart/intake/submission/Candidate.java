package org.procart.intake.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.intake.advice.Advice;
import org.procart.intake.advice.Advisor;
import org.procart.intake.answer.Fault;
import org.procart.intake.answer.ReadAnswers;
import org.procart.intake.observation.Observation;
import org.procart.intake.questionnaire.Instrument;
import org.procart.intake.report.Completeness;
import org.procart.intake.report.ReportHeader;
import org.procart.intake.report.ReportIdentity;
import org.procart.intake.site.AdviceLevel;

/**
 * A body that was read as far as it goes, before anything is stored.
 *
 * @param instrument null: the questionnaire is not known
 * @param answers what could be read, and every fault of the whole report
 */
record Candidate(
    Delivery delivery,
    Origin origin,
    ReportHeader header,
    @Nullable Instrument instrument,
    ReadAnswers answers,
    Observation observation,
    ReportIdentity identity,
    Verdict verdict,
    Completeness completeness) {

  /** What is to be answered, before the versions stored earlier are known. */
  enum Verdict {
    GOOD(201),
    UNPARSABLE(400),
    NOT_YOURS(403),
    UNKNOWN_PATIENT(404),
    WRONG_MEDIA_TYPE(415),
    FAULTY(422),
    /** Our own fault: kept and rung like a body that cannot be read. */
    FAILED(500);

    private final int httpStatus;

    Verdict(int httpStatus) {
      this.httpStatus = httpStatus;
    }

    int httpStatus() {
      return httpStatus;
    }
  }

  List<Fault> faults() {
    return answers.faults();
  }

  /** A stranger's report must not speak for the patient; an unwatched patient is not scored. */
  boolean published() {
    return verdict != Verdict.NOT_YOURS && origin.watched();
  }

  Advice advice() {
    return Advisor.advise(adviceLevel(), origin.site(), origin.language(), delivery.receivedAt());
  }

  /** A report that could not be read in full is reason enough to call. */
  AdviceLevel adviceLevel() {
    AdviceLevel least = verdict == Verdict.GOOD ? AdviceLevel.NONE : AdviceLevel.CONTACT;
    return AdviceLevel.moreUrgent(answers.redFlag(), least);
  }
}
