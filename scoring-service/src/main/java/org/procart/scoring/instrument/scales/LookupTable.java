package org.procart.scoring.instrument.scales;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** A published table from raw value to score. */
public record LookupTable(String reference, NavigableMap<BigDecimal, BigDecimal> rows)
    implements Reading {

  public LookupTable {
    rows = new TreeMap<>(rows);
  }

  @Override
  public BigDecimal read(BigDecimal value) {
    return Objects.requireNonNull(rows.get(value), () -> "Not in the table: " + value);
  }

  /** Whether each whole number between two bounds has a row. */
  public boolean covers(BigDecimal lowest, BigDecimal highest) {
    for (BigDecimal raw = lowest; raw.compareTo(highest) <= 0; raw = raw.add(BigDecimal.ONE)) {
      if (!rows.containsKey(raw)) {
        return false;
      }
    }
    return true;
  }
}
