package org.procart.scoring.instrument.cart;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.procart.scoring.instrument.cart.Grading.CannotTell;
import org.procart.scoring.instrument.cart.Grading.Grade;

/**
 * CRS after ASTCT: fever, and the worse of low blood pressure and low oxygen. After a medicine
 * against fever or cytokines fever is no longer needed for a higher grade.
 *
 * @param fever 38.0 °C or more
 * @param masked a medicine against fever or cytokines was given after CRS began
 */
public record CrsGrade(
    Fact<Boolean> fever,
    Fact<Boolean> masked,
    Fact<Hypotension> hypotension,
    Fact<Hypoxia> hypoxia) {

  private static final List<Boolean> EITHER = List.of(true, false);

  /** The grade, if it is the same whatever the unknown facts are. */
  public Grading grade() {
    Set<Integer> possible = possible();
    return possible.size() == 1
        ? new Grade(possible.iterator().next())
        : new CannotTell(
            Stream.of(fever, masked, hypotension, hypoxia)
                .flatMap(Fact::whyUnknown)
                .collect(Collectors.joining(" ")));
  }

  private Set<Integer> possible() {
    return fever.possible(EITHER).stream()
        .flatMap(hot -> masked.possible(EITHER).stream().flatMap(hidden -> possible(hot, hidden)))
        .collect(Collectors.toSet());
  }

  private Stream<Integer> possible(boolean hot, boolean hidden) {
    return hypotension.possible(List.of(Hypotension.values())).stream()
        .flatMap(
            pressure ->
                hypoxia.possible(List.of(Hypoxia.values())).stream()
                    .map(oxygen -> grade(hot, hidden, pressure, oxygen)));
  }

  private static int grade(
      boolean fever, boolean masked, Hypotension hypotension, Hypoxia hypoxia) {
    int worse = Math.max(hypotension.grade(), hypoxia.grade());
    boolean signs = worse > 1;
    return fever || (masked && signs) ? worse : 0;
  }
}
