package org.procart.intake.answer;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was answered. Free text has no value here: it stays in the stored body. */
public sealed interface AnswerValue {

  record Coded(String code, @Nullable String system, @Nullable Integer ordinal)
      implements AnswerValue {}

  record YesNo(boolean yes) implements AnswerValue {}

  record Whole(long number) implements AnswerValue {}

  record Decimal(BigDecimal number) implements AnswerValue {}

  record Quantity(BigDecimal number, String unit) implements AnswerValue {}

  record Temporal(Precision precision, String text) implements AnswerValue {}

  record FreeText() implements AnswerValue {}

  /**
   * @param reason a code of HL7 data-absent-reason
   */
  record NotAnswered(String reason) implements AnswerValue {}

  /** Which kind of time it is. */
  enum Precision {
    DATE,
    TIME,
    DATE_TIME
  }

  /** The value as the questionnaire's conditions write it; empty where there is none to compare. */
  default Optional<String> asText() {
    return switch (this) {
      case Coded coded -> Optional.of(coded.code());
      case YesNo yesNo -> Optional.of(Boolean.toString(yesNo.yes()));
      case Whole whole -> Optional.of(Long.toString(whole.number()));
      case Decimal decimal -> Optional.of(decimal.number().toPlainString());
      case Quantity quantity -> Optional.of(quantity.number().toPlainString());
      case Temporal temporal -> Optional.of(temporal.text());
      case FreeText _, NotAnswered _ -> Optional.empty();
    };
  }

  /** The value as a number, to compare; empty where it is none. */
  default Optional<BigDecimal> asNumber() {
    return switch (this) {
      case Coded(_, _, Integer ordinal) -> Optional.of(BigDecimal.valueOf(ordinal));
      case Whole whole -> Optional.of(BigDecimal.valueOf(whole.number()));
      case Decimal decimal -> Optional.of(decimal.number());
      case Quantity quantity -> Optional.of(quantity.number());
      default -> Optional.empty();
    };
  }
}
