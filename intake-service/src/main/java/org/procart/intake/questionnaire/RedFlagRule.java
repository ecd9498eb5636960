package org.procart.intake.questionnaire;

import org.jspecify.annotations.Nullable;
import org.procart.intake.site.AdviceLevel;

/**
 * What the reporter should be told when an answer lies on one side of a limit.
 *
 * @param expected the limit, or true or false, as text
 * @param unit UCUM code of the limit; null: a number without unit
 */
public record RedFlagRule(
    AdviceLevel level, Condition.Operator operator, String expected, @Nullable String unit) {}
