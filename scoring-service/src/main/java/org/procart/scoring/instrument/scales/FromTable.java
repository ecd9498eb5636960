package org.procart.scoring.instrument.scales;

import java.math.BigDecimal;

/** The value is computed with a published table already. */
public record FromTable(String reference) implements Reading {

  @Override
  public BigDecimal read(BigDecimal value) {
    return value;
  }
}
