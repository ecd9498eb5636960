package org.procart.scoring.instrument.scales;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Rounded as R 4 does, because the reference packages do: in the EQ-5D value sets of Canada and
 * Japan one state in 17 lies half-way between two rounded numbers, and which way it goes is the
 * published index.
 */
public record Rounded(Reading reading, int decimals) implements Reading {

  @Override
  public BigDecimal read(BigDecimal value) {
    return round(reading.read(value).doubleValue());
  }

  @Override
  public @Nullable String reference() {
    return reading.reference();
  }

  /** The nearer of the two neighbours; of two equally near ones the even one. */
  private BigDecimal round(double value) {
    double size = Math.abs(value);
    double power = Math.pow(10, decimals);
    double floor = Math.floor(size * power);
    double lower = floor / power;
    double upper = Math.ceil(size * power) / power;
    double below = size - lower;
    double above = upper - size;
    boolean down = below < above || (below == above && floor % 2 == 0);
    return BigDecimal.valueOf(Math.copySign(down ? lower : upper, value));
  }
}
