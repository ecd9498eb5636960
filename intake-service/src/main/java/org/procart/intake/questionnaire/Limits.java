package org.procart.intake.questionnaire;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of an answer, inclusive; null: none.
 *
 * @param units UCUM codes that a quantity may have; empty: any
 */
public record Limits(
    @Nullable BigDecimal minimum,
    @Nullable BigDecimal maximum,
    @Nullable Integer maxLength,
    List<String> units) {

  public Limits {
    units = List.copyOf(units);
  }

  public boolean admit(BigDecimal value) {
    return (minimum == null || value.compareTo(minimum) >= 0)
        && (maximum == null || value.compareTo(maximum) <= 0);
  }

  public boolean admit(String text) {
    return maxLength == null || text.codePointCount(0, text.length()) <= maxLength;
  }

  public boolean admitUnit(String unit) {
    return units.isEmpty() || units.contains(unit);
  }
}
