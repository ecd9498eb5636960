package org.procart.intake.questionnaire;

/**
 * One {@code enableWhen}.
 *
 * @param question linkId of the question that decides
 * @param expected code, or value as text
 */
public record Condition(String question, Operator operator, String expected) {

  /** How the answer is compared. */
  public enum Operator {
    EXISTS,
    EQUAL,
    NOT_EQUAL,
    GREATER,
    LESS,
    GREATER_OR_EQUAL,
    LESS_OR_EQUAL
  }
}
