package org.procart.scoring.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
  private static final int DIGITS = 40;

  private ReportMapper() {}

  static Report report(SubmissionReceived event, Form form) {
    List<GivenAnswer> answers =
        event.getAnswers().stream().map(answer -> answer(answer, form)).toList();
    return form.itemCodes().isEmpty() ? Report.of(answers) : new Report(form.codes(), answers);
  }

  private static GivenAnswer answer(Answer answer, Form form) {
    return new GivenAnswer(
        form.code(answer.getLinkId()), value(answer), answer.getFlags().contains(BRANCHED_AWAY));
  }

  private static AnswerValue value(Answer answer) {
    return switch (answer.getKind()) {
      case CODED -> coded(answer.getCode(), answer.getOrdinal());
      case INTEGER -> integer(answer.getIntegerValue());
      case DECIMAL -> decimal(answer.getDecimalValue(), AnswerValue.Numeric::new);
      case QUANTITY -> quantity(answer.getDecimalValue(), answer.getUnit());
      case BOOLEAN -> yesNo(answer.getBooleanValue());
      case NOT_ANSWERED -> new AnswerValue.Withheld(reason(answer.getNotAnsweredReason()));
      case DATE, TIME, DATE_TIME, FREE_TEXT, UNKNOWN -> new AnswerValue.Unclear();
    };
  }

  private static AnswerValue coded(@Nullable String code, @Nullable Integer ordinal) {
    return code == null && ordinal == null
        ? new AnswerValue.Unclear()
        : new AnswerValue.Coded(code == null ? "" : code, ordinal);
  }

  private static AnswerValue integer(@Nullable Long value) {
    return value == null ? new AnswerValue.Unclear() : AnswerValue.Numeric.of(value);
  }

  private static AnswerValue yesNo(@Nullable Boolean value) {
    return value == null ? new AnswerValue.Unclear() : new AnswerValue.YesNo(value);
  }

  private static AnswerValue quantity(@Nullable String text, @Nullable String unit) {
    return unit == null
        ? new AnswerValue.Unclear()
        : decimal(text, number -> new AnswerValue.Measured(number, unit));
  }

  private static AnswerValue decimal(
      @Nullable String text, Function<BigDecimal, AnswerValue> value) {
    try {
      return Optional.ofNullable(text)
          .map(BigDecimal::new)
          .filter(ReportMapper::canBeMeant)
          .map(value)
          .orElseGet(AnswerValue.Unclear::new);
    } catch (NumberFormatException e) {
      return new AnswerValue.Unclear();
    }
  }

  /** A number of a thousand million digits is short to write and takes all memory to compute. */
  private static boolean canBeMeant(BigDecimal number) {
    return number.precision() <= DIGITS && number.scale() <= DIGITS && number.scale() >= -DIGITS;
  }

  private static MissingReason reason(@Nullable String dataAbsentReason) {
    return switch (dataAbsentReason) {
      case "asked-declined" -> MissingReason.ASKED_DECLINED;
      case "not-applicable" -> MissingReason.NOT_APPLICABLE;
      case null, default -> MissingReason.NOT_ANSWERED;
    };
  }
}
