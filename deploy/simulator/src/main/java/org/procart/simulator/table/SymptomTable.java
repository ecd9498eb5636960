package org.procart.simulator.table;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How strong symptoms are over time, and which. */
public record SymptomTable(
    NavigableMap<Integer, Figure> severeShare,
    NavigableMap<Integer, Figure> mild,
    Figure lasting,
    Figure lastingMild,
    Figure moodInSevere,
    List<String> moods,
    NavigableMap<String, Term> terms) {

  /**
   * @param common share with at least a mild symptom on the worst day
   * @param severe weight among the severe ones; 0: never drawn as severe
   */
  public record Term(double common, double severe) {}

  public double severeShare(int day) {
    return along(severeShare, day);
  }

  public double mild(int day) {
    return along(mild, day);
  }

  /** Ordered, so that the same seed draws the same. */
  public Map<String, Double> severeWeights() {
    Map<String, Double> weights = new TreeMap<>();
    terms.forEach((number, term) -> weights.put(number, term.severe()));
    return weights;
  }

  private static double along(NavigableMap<Integer, Figure> points, int day) {
    Map.Entry<Integer, Figure> before = points.floorEntry(day);
    Map.Entry<Integer, Figure> after = points.ceilingEntry(day);
    if (before == null) {
      return points.firstEntry().getValue().value();
    }
    if (after == null || after.getKey().equals(before.getKey())) {
      return before.getValue().value();
    }
    double part = (day - before.getKey()) / (double) (after.getKey() - before.getKey());
    double rise = after.getValue().value() - before.getValue().value();
    return before.getValue().value() + part * rise;
  }
}
