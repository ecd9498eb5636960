package org.procart.intake.questionnaire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Bounds of an answer, inclusive; null: none. */
public record Limits(
    @Nullable BigDecimal minimum, @Nullable BigDecimal maximum, @Nullable Integer maxLength) {

  public static final Limits NONE = new Limits(null, null, null);

  public boolean admit(BigDecimal value) {
    return (minimum == null || value.compareTo(minimum) >= 0)
        && (maximum == null || value.compareTo(maximum) <= 0);
  }

  public boolean admit(String text) {
    return maxLength == null || text.codePointCount(0, text.length()) <= maxLength;
  }
}
