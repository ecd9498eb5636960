package org.procart.alerting.replay;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lower quartile, median and upper quartile; between two values in proportion. */
public record Quartiles(Double lower, Double median, Double upper) {

  /** Null where there is no value. */
  static @Nullable Quartiles of(Collection<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty()
        ? null
        : new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  private static double at(List<Double> sorted, double part) {
    double place = part * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    return Share.rounded(
        sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below)));
  }
}
