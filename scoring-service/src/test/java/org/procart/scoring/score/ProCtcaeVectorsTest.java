package org.procart.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.scoring.score.TestReports.chosen;
import static org.procart.scoring.score.TestScoring.scores;
import static org.procart.scoring.score.VectorsTest.answers;
import static org.procart.scoring.score.VectorsTest.equal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.schemas.Answer;
import org.procart.schemas.Score;

/** Inputs and outcomes of the R package ProAE 1.0.4, on the way that production goes. */
class ProCtcaeVectorsTest {

  static Stream<Map<String, String>> proCtcae() {
    return Vectors.of("pro_ctcae.csv");
  }

  /** With zeros where the first item of a term is 0: the forms that we take ask no further then. */
  @ParameterizedTest
  @MethodSource("proCtcae")
  void proCtcaeGrades(Map<String, String> row) {
    List<Answer> answers =
        answers(row, c -> c.endsWith("_SCL"), (column, value) -> chosen(item(column), value));
    Map<String, Score> scores = scores(TestReports.FORM, answers);
    List<String> grades =
        row.keySet().stream().filter(c -> c.endsWith("_COMP_zero_impute")).toList();
    assertThat(grades).hasSize(8);
    for (String column : grades) {
      String scale = "proctcae-%02d".formatted(Integer.parseInt(column.replaceAll("\\D", "")));
      equal(scores.get(scale), row.get(column));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // edge cases of pro_ctcae_edge_cases.csv whose forms branch: answers, scale, grade
    "proctcae-48a-frq=0 proctcae-48b-sev=3 proctcae-48c-int=2, proctcae-48, 0",
    "proctcae-48a-frq=2 proctcae-48b-sev=3, proctcae-48, ''",
    "proctcae-48a-frq=0, proctcae-48, 0",
    "proctcae-53a-sev=0, proctcae-53, 0",
    "proctcae-53a-sev=0 proctcae-53b-int=4, proctcae-53, 0",
    "proctcae-48a-frq=1 proctcae-48b-sev=0 proctcae-48c-int=0, proctcae-48, 0",
    "proctcae-48a-frq=3 proctcae-48b-sev=0 proctcae-48c-int=0, proctcae-48, 1",
    "proctcae-09a-frq=1 proctcae-09b-sev=0, proctcae-09, 1",
    "proctcae-27a-amt=4, proctcae-27, 2",
    "proctcae-48a-frq=5 proctcae-48b-sev=1 proctcae-48c-int=1, proctcae-48, ''",
    "proctcae-48a-frq=-1 proctcae-48b-sev=1 proctcae-48c-int=1, proctcae-48, ''",
  })
  void proCtcaeEdgeCases(String answers, String scale, String grade) {
    List<Answer> sent =
        Stream.of(answers.split(" "))
            .map(answer -> answer.split("="))
            .map(answer -> chosen(answer[0], Integer.parseInt(answer[1])))
            .toList();
    equal(scores(TestReports.FORM, sent).get(scale), grade);
  }

  private static String item(String column) {
    String name = column.split("_")[1].toLowerCase(Locale.ROOT);
    String prefix =
        "proctcae-%02d%s-"
            .formatted(
                Integer.parseInt(name.replaceAll("\\D", "")), name.charAt(name.length() - 1));
    return TestScoring.FORMS
        .find(TestReports.FORM, null)
        .orElseThrow()
        .itemCodes()
        .values()
        .stream()
        .filter(code -> code.startsWith(prefix))
        .findFirst()
        .orElseThrow();
  }
}
