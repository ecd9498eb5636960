package org.procart.scoring.instrument.scales;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** How the values of the parts become one value. */
public interface Method {

  Method SUM = (values, parts) -> sum(values);

  Method MEAN = (values, parts) -> mean(values, 1);

  /** The mean of what was answered, for as many items as the scale has. */
  Method PRORATED_SUM = Method::mean;

  /**
   * @param values of the parts that have one, in the order of the definition; at least one
   * @param parts number of all parts
   */
  BigDecimal of(List<BigDecimal> values, int parts);

  /** Whether each part has a meaning of its own, so that none may be missing. */
  default boolean needsAll() {
    return false;
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal mean(List<BigDecimal> values, int times) {
    return sum(values)
        .multiply(BigDecimal.valueOf(times))
        .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
  }
}
