package org.procart.intake.questionnaire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.procart.intake.site.AdviceLevel;

/**
 * One permitted answer.
 *
 * @param element FHIR's name of the element that chooses it, for example {@code valueCoding}
 * @param system system of a coding; null for options that are numbers, dates or texts
 * @param code the code, or the value as text
 * @param ordinal published ordinal; null: none
 * @param redFlag what the reporter should be told on choosing it
 * @param notAnsweredReason set when choosing it says why there is no answer
 */
public record Option(
    String element,
    @Nullable String system,
    String code,
    @Nullable Integer ordinal,
    AdviceLevel redFlag,
    @Nullable String notAnsweredReason) {

  public static final String CODING = "valueCoding";
  private static final String INTEGER = "valueInteger";

  /** The number that the answer stands for: the published ordinal, else the integer itself. */
  public @Nullable Integer number() {
    return ordinal == null && element.equals(INTEGER)
        ? (Integer) new BigDecimal(code).intValueExact()
        : ordinal;
  }
}
