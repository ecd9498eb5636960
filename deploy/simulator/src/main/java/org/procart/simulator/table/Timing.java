package org.procart.simulator.table;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.jspecify.annotations.Nullable;
import org.procart.simulator.chance.Chance;

/**
 * When something begins or how long it lasts.
 *
 * @param low first possible whole unit
 * @param high last possible whole unit
 * @param spread standard deviation of the logarithm
 * @param days weight of each day where a curve does not fit what is published; null: log-normal
 */
public record Timing(
    double median,
    int low,
    int high,
    @Nullable Double spread,
    @Nullable Map<Integer, Double> days,
    String row,
    Status status) {

  private static final double HALF = 0.5;

  /** Whole days between low and the lower of high and {@code latest}. */
  public int draw(Chance chance, int latest) {
    if (days == null) {
      return (int) Math.round(drawPart(chance, latest));
    }
    Map<Integer, Double> possible = new HashMap<>(days);
    possible.keySet().removeIf(day -> day > latest);
    return chance.pick(possible);
  }

  public int draw(Chance chance) {
    return draw(chance, high);
  }

  /** Not rounded. */
  public double drawPart(Chance chance, int latest) {
    double deviation = spread == null ? 1 : spread;
    double last = Math.log(Math.min(high, latest) + HALF - 1e-9);
    return Math.exp(
        chance.sample(
            TruncatedNormalDistribution.of(
                Math.log(median), deviation, Math.log(low - HALF), last)));
  }
}
