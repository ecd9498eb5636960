package org.procart.scoring.instrument.scales;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.procart.scoring.instrument.Scale;
import org.procart.scoring.instrument.ScaleScore;

/**
 * Published cut points: a band reaches from its first value to the next band's.
 *
 * @param bands first value → band; the first band begins at the lowest possible value
 */
public record Bands(NavigableMap<BigDecimal, Band> bands) implements Reading {

  /** A grade and its published name. */
  public record Band(int grade, String name) {}

  public Bands {
    bands = new TreeMap<>(bands);
  }

  @Override
  public BigDecimal read(BigDecimal value) {
    return BigDecimal.valueOf(band(value).grade());
  }

  @Override
  public ScaleScore score(Scale scale, BigDecimal value) {
    Band band = band(value);
    return scale.grade(band.grade()).explained(band.name());
  }

  private Band band(BigDecimal value) {
    Map.Entry<BigDecimal, Band> entry =
        Objects.requireNonNull(bands.floorEntry(value), () -> "Below the first band: " + value);
    return entry.getValue();
  }
}
