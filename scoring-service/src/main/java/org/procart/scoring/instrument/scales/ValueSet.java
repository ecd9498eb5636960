package org.procart.scoring.instrument.scales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The index of a health state: a start value and what each dimension at its level takes away, with
 * the further terms that some countries' models have. The same terms, summed in the same way, as in
 * the R package eq5d.
 *
 * @param dimensions names that begin the terms, in the order of the answers
 */
public record ValueSet(Map<String, BigDecimal> coefficients, List<String> dimensions)
    implements Method {

  private static final int SEVERE = 4;
  private static final String START = "StartValue";
  private static final String ANY_PROBLEM = "Intercept";
  private static final String SEVERE_SQUARED = "Num45sq";

  public ValueSet {
    coefficients = Map.copyOf(coefficients);
    dimensions = List.copyOf(dimensions);
  }

  @Override
  public boolean needsAll() {
    return true;
  }

  @Override
  public BigDecimal of(List<BigDecimal> values, int parts) {
    List<Integer> levels = values.stream().map(BigDecimal::intValueExact).toList();
    return terms(levels).stream().map(this::coefficient).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What is wrong with the table: a term too many would be another model, one too few as well. */
  public Optional<String> fault(int levels) {
    Set<String> needed = new TreeSet<>(Set.of(START));
    Set<String> known = new TreeSet<>(Set.of(START, ANY_PROBLEM, SEVERE_SQUARED));
    for (String dimension : dimensions) {
      known.addAll(List.of(dimension + 1, dimension + "45"));
      IntStream.rangeClosed(2, levels).mapToObj(level -> dimension + level).forEach(needed::add);
    }
    known.addAll(needed);
    Set<String> missing = new TreeSet<>(needed);
    missing.removeAll(coefficients.keySet());
    Set<String> unknown = new TreeSet<>(coefficients.keySet());
    unknown.removeAll(known);
    return missing.isEmpty() && unknown.isEmpty()
        ? Optional.empty()
        : Optional.of("the model lacks %s and has unknown %s".formatted(missing, unknown));
  }

  private List<String> terms(List<Integer> levels) {
    List<String> terms = new ArrayList<>(List.of(START));
    int severe = 0;
    for (int i = 0; i < dimensions.size(); i++) {
      int level = levels.get(i);
      terms.add(dimensions.get(i) + level);
      if (level >= SEVERE) {
        terms.add(dimensions.get(i) + "45");
        severe++;
      }
    }
    if (levels.stream().anyMatch(level -> level > 1)) {
      terms.add(ANY_PROBLEM);
    }
    for (int i = 0; i < (severe - 1) * (severe - 1) && severe > 0; i++) {
      terms.add(SEVERE_SQUARED);
    }
    return terms;
  }

  /** The double that R reads, exactly: sums on the edge between two roundings depend on it. */
  private BigDecimal coefficient(String term) {
    BigDecimal published = coefficients.getOrDefault(term, BigDecimal.ZERO);
    return new BigDecimal(published.doubleValue());
  }
}
