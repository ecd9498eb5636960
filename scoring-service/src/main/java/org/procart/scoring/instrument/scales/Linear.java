package org.procart.scoring.instrument.scales;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A linear transformation by two points: {@code from} becomes {@code to}, and what lies between
 * keeps its place; 1 to 4 becomes 100 to 0, for example.
 */
public record Linear(
    BigDecimal fromFirst, BigDecimal fromLast, BigDecimal toFirst, BigDecimal toLast)
    implements Reading {

  @Override
  public BigDecimal read(BigDecimal value) {
    return value
        .subtract(fromFirst)
        .multiply(toLast.subtract(toFirst))
        .divide(fromLast.subtract(fromFirst), MathContext.DECIMAL128)
        .add(toFirst);
  }
}
