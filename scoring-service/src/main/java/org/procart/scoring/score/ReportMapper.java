package org.procart.scoring.score;

import org.jspecify.annotations.Nullable;
import org.procart.schemas.Answer;
import org.procart.schemas.SubmissionReceived;
import org.procart.scoring.instrument.AnswerValue;
import org.procart.scoring.instrument.GivenAnswer;
import org.procart.scoring.instrument.MissingReason;
import org.procart.scoring.instrument.Report;

/** From the event to what a scorer needs. What is not understood is unclear, never 0. */
final class ReportMapper {

  private static final String BRANCHED_AWAY = "BRANCHED_AWAY";

  private ReportMapper() {}

  static Report report(SubmissionReceived event) {
    return new Report(
        event.getInstrument(),
        event.getAnswers().stream()
            // Scorers find out by themselves what a branch skipped, whoever filled the zeros in.
            .filter(answer -> !answer.getFlags().contains(BRANCHED_AWAY))
            .map(answer -> new GivenAnswer(answer.getLinkId(), value(answer)))
            .toList());
  }

  private static AnswerValue value(Answer answer) {
    return switch (answer.getKind()) {
      case CODED -> coded(answer.getCode(), answer.getOrdinal());
      case INTEGER -> integer(answer.getIntegerValue());
      case DECIMAL -> decimal(answer.getDecimalValue());
      case NOT_ANSWERED -> new AnswerValue.Withheld(reason(answer.getNotAnsweredReason()));
      case BOOLEAN, QUANTITY, DATE, TIME, DATE_TIME, FREE_TEXT, UNKNOWN ->
          new AnswerValue.Unclear();
    };
  }

  private static AnswerValue coded(@Nullable String code, @Nullable Integer ordinal) {
    return code == null && ordinal == null
        ? new AnswerValue.Unclear()
        : new AnswerValue.Coded(code == null ? "" : code, ordinal);
  }

  private static AnswerValue integer(@Nullable Long value) {
    return value == null ? new AnswerValue.Unclear() : new AnswerValue.Numeric(value);
  }

  private static AnswerValue decimal(@Nullable String text) {
    try {
      return text == null
          ? new AnswerValue.Unclear()
          : new AnswerValue.Numeric(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return new AnswerValue.Unclear();
    }
  }

  private static MissingReason reason(@Nullable String dataAbsentReason) {
    return switch (dataAbsentReason) {
      case "asked-declined" -> MissingReason.ASKED_DECLINED;
      case "not-applicable" -> MissingReason.NOT_APPLICABLE;
      case null, default -> MissingReason.NOT_ANSWERED;
    };
  }
}
