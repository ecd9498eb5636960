package org.procart.scoring.definition;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.procart.schemas.yaml.YamlPart;
import org.procart.scoring.instrument.Scorer;
import org.procart.scoring.instrument.cart.HomeCheckLimits;
import org.procart.scoring.instrument.cart.HomeCheckScorer;

/** Reads the definition of the daily home check: items, limits, and the table of ICE points. */
record HomeCheckReader(Function<YamlPart, CsvTable> tables) {

  private static final int HIGHEST_ICE = 10;

  Scorer read(YamlPart root) {
    YamlPart limits =
        root.part("limits").allowing("fever-from", "hypotension-up-to", "hypoxia-up-to");
    try {
      return new HomeCheckScorer(
          new SheetReader(tables).items(root),
          new HomeCheckLimits(
              limits.number("fever-from"),
              limits.number("hypotension-up-to"),
              limits.number("hypoxia-up-to")),
          iceGrades(root.part("tables").allowing("ice-to-icans").part("ice-to-icans")));
    } catch (IllegalArgumentException e) {
      throw root.fault(String.valueOf(e.getMessage()));
    }
  }

  private Map<Integer, Integer> iceGrades(YamlPart name) {
    Map<Integer, Integer> grades =
        tables
            .apply(name)
            .rows()
            .collect(Collectors.toMap(r -> whole(r.get(0)), r -> whole(r.get(1))));
    if (!IntStream.rangeClosed(0, HIGHEST_ICE).allMatch(grades::containsKey)) {
      throw name.fault("the table needs a grade for each of 0 to 10 points");
    }
    return grades;
  }

  private static Integer whole(String cell) {
    return Integer.valueOf(cell);
  }
}
