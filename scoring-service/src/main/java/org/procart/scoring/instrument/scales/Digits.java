package org.procart.scoring.instrument.scales;

import java.math.BigDecimal;
import java.util.List;

/** The values one after the other, as the digits of a number: a health state. */
public record Digits() implements Method {

  @Override
  public BigDecimal of(List<BigDecimal> values, int parts) {
    return values.stream()
        .reduce(BigDecimal.ZERO, (state, level) -> state.movePointRight(1).add(level));
  }

  @Override
  public boolean needsAll() {
    return true;
  }
}
