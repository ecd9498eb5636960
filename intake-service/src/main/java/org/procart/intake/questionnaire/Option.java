package org.procart.intake.questionnaire;

import org.jspecify.annotations.Nullable;
import org.procart.intake.site.AdviceLevel;

/**
 * One permitted answer.
 *
 * @param system system of a coding; null for options that are numbers, dates or texts
 * @param code the code, or the value as text
 * @param ordinal published ordinal; null: none
 * @param redFlag what the reporter should be told on choosing it
 * @param notAnsweredReason set when choosing it says why there is no answer
 */
public record Option(
    @Nullable String system,
    String code,
    @Nullable Integer ordinal,
    AdviceLevel redFlag,
    @Nullable String notAnsweredReason) {}
