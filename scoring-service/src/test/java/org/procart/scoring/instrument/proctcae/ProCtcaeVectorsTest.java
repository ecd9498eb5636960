package org.procart.scoring.instrument.proctcae;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.scoring.instrument.GivenAnswer;
import org.procart.scoring.instrument.ScaleScore;

/**
 * Inputs and outcomes of the R package ProAE 1.0.4, with zeros filled in where the first item of a
 * term is 0: the forms that we take ask no further then.
 */
class ProCtcaeVectorsTest {

  record Vector(String name, List<GivenAnswer> answers, Map<String, String> grades) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Vector> vectors() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            ProCtcaeVectorsTest.class.getResourceAsStream("/pro-ctcae/vectors.csv"))) {
      List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      String[] columns = lines.getFirst().replace("\"", "").split(",");
      return lines.stream().skip(1).map(line -> vector(columns, line.split(",", -1)));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void everyGradeIsTheOneOfTheReferenceImplementation(Vector vector) {
    Map<String, ScaleScore> scores = TestAnswers.scores(vector.answers());
    assertThat(vector.grades()).hasSize(8);
    vector
        .grades()
        .forEach((scale, grade) -> assertThat(grade(scores.get(scale))).as(scale).isEqualTo(grade));
  }

  private static String grade(@Nullable ScaleScore score) {
    return score == null || score.grade() == null ? "" : score.grade().toString();
  }

  private static Vector vector(String[] columns, String[] cells) {
    List<GivenAnswer> answers = new ArrayList<>();
    Map<String, String> grades = new LinkedHashMap<>();
    for (int i = 1; i < columns.length; i++) {
      String term = columns[i].replaceAll("\\D", "");
      if (columns[i].endsWith("_COMP_zero_impute")) {
        grades.put(scale(term), cells[i]);
      } else if (columns[i].endsWith("_SCL") && !cells[i].isEmpty()) {
        answers.add(TestAnswers.answer(item(columns[i]), Integer.parseInt(cells[i])));
      }
    }
    return new Vector("case " + cells[0], answers, grades);
  }

  private static String scale(String term) {
    return "proctcae-%02d".formatted(Integer.parseInt(term));
  }

  /** PROCTCAE_9B_SCL is the item whose code begins with proctcae-09b. */
  private static String item(String variable) {
    String name = variable.split("_")[1].toLowerCase(Locale.ROOT);
    String prefix = scale(name.replaceAll("\\D", "")) + name.charAt(name.length() - 1) + "-";
    return Definition.load().terms().stream()
        .flatMap(term -> term.items().stream())
        .map(Item::code)
        .filter(code -> code.startsWith(prefix))
        .findFirst()
        .orElseThrow();
  }
}
