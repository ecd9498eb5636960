package org.procart.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.procart.scoring.score.TestReports.chosen;
import static org.procart.scoring.score.TestReports.number;
import static org.procart.scoring.score.TestScoring.scores;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.schemas.Answer;
import org.procart.schemas.Score;

/**
 * The outcomes of the reference packages, for each of their inputs, on the way that production
 * goes. An empty outcome means that there is no value.
 */
class VectorsTest {

  static final String MII =
      "https://www.medizininformatik-initiative.de/fhir/ext/modul-pro/Questionnaire/";
  static final String OURS = "https://procart.org/fhir/Questionnaire/";
  static final String C30 = MII + "mii-qst-pro-eortc-qlq-c30";
  static final String PHQ_9 = "http://loinc.org/q/44249-1";
  static final String HOME_CHECK = OURS + "cart-home-check";
  static final List<String> PHQ_9_ITEMS =
      List.of(
          "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
          "44260-8");
  static final List<String> DIMENSIONS = List.of("MO", "SC", "UA", "PD", "AD");

  private static final double TOLERANCE = 1e-6;
  private static final Map<String, List<String>> PROMIS =
      Map.of(
          "anxiety", List.of("EDANX01", "EDANX40", "EDANX41", "EDANX53"),
          "depression", List.of("EDDEP04", "EDDEP06", "EDDEP29", "EDDEP41"),
          "fatigue", List.of("HI7", "AN3", "FATEXP41", "FATEXP40"),
          "pain-interference", List.of("PAININ9", "PAININ22", "PAININ31", "PAININ34"),
          "sleep-disturbance", List.of("Sleep109", "Sleep116", "Sleep20", "Sleep44"),
          "physical-function", List.of("PFA11", "PFA21", "PFA23", "PFA53"));

  static Stream<Map<String, String>> c30() {
    return Vectors.of("qlq_c30.csv");
  }

  @ParameterizedTest
  @MethodSource("c30")
  void qlqC30AsNumbersAndAsChoices(Map<String, String> row) {
    for (BiFunction<String, Integer, Answer> kind : kinds()) {
      List<Answer> answers =
          answers(
              row,
              column -> column.matches("q\\d+"),
              (column, value) ->
                  kind.apply(
                      "qlq-c30-q%02d".formatted(Integer.parseInt(column.substring(1))), value));
      Map<String, Score> scores = scores(C30, answers);
      row.keySet().stream()
          .filter(column -> column.matches("[A-Z].*"))
          .forEach(scale -> equal(scores.get("qlq-c30-" + scale), row.get(scale)));
    }
  }

  static Stream<Map<String, String>> fact() {
    return Vectors.of("fact_lym.csv");
  }

  @ParameterizedTest
  @MethodSource("fact")
  void factGAndFactLym(Map<String, String> row) {
    List<String> columns = List.copyOf(row.keySet());
    List<String> scales = columns.subList(columns.indexOf("PWB"), columns.size());
    List<Answer> answers =
        answers(
            row, column -> !scales.contains(column) && !column.equals("case"), TestReports::number);
    Map<String, Score> lym = scores(OURS + "fact-lym", answers);
    scales.forEach(scale -> equal(lym.get("fact-" + scale), row.get(scale)));

    Map<String, Score> general =
        scores(
            OURS + "fact-g",
            answers.stream().filter(answer -> answer.getLinkId().startsWith("G")).toList());
    assertThat(general).doesNotContainKeys("fact-LYMS", "fact-FACT_Lymphoma_TOTAL", "P2");
    equal(general.get("fact-FACTG"), row.get("FACTG"));
  }

  static Stream<Map<String, String>> eq5d() {
    return Vectors.of("eq5d5l.csv");
  }

  @ParameterizedTest
  @MethodSource("eq5d")
  void eq5d5l(Map<String, String> row) {
    List<Answer> answers =
        answers(
            row,
            DIMENSIONS::contains,
            (column, level) -> number("eq5d-" + column.toLowerCase(Locale.ROOT), level));
    Map<String, Score> scores = scores(OURS + "eq-5d-5l", answers);
    List<String> sets = row.keySet().stream().filter(c -> c.startsWith("VT_")).toList();
    assertThat(sets).hasSize(14);
    Stream.concat(sets.stream(), Stream.of("profile", "LSS"))
        .forEach(scale -> equal(scores.get("eq5d5l-" + scale), row.get(scale)));
    sets.forEach(
        set ->
            assertThat(scores.get("eq5d5l-" + set).getReference())
                .isEqualTo("eq5d5l-" + set + "|eq5d-0.16.3.9000"));
  }

  static Stream<Map<String, String>> promis() {
    return Vectors.of("promis_4a_tscores.csv");
  }

  @ParameterizedTest
  @MethodSource("promis")
  void promisTScores(Map<String, String> row) {
    String domain = cell(row, "domain").replaceFirst("_4a(_v1)?$", "").replace('_', '-');
    List<String> items = Objects.requireNonNull(PROMIS.get(domain));
    int raw = Integer.parseInt(cell(row, "raw_sum"));
    List<Answer> answers =
        IntStream.range(0, 4)
            .mapToObj(
                i -> number(items.get(i), sent(items.get(i), raw / 4 + (i < raw % 4 ? 1 : 0))))
            .toList();
    Map<String, Score> scores = scores(OURS + "promis-" + domain + "-4a", answers);
    equal(scores.get("promis-" + domain + "-4a-raw"), cell(row, "raw_sum"));
    equal(scores.get("promis-" + domain + "-4a-T"), cell(row, "t_score_computed_eapsum"));
    assertThat(scores.get("promis-" + domain + "-4a-T").getReference())
        .isEqualTo("promis-" + domain + "-4a-t|bank-1.0");
  }

  /** In two items the high numbers are good sleep. */
  private static int sent(String item, int worse) {
    return item.equals("Sleep109") || item.equals("Sleep116") ? 6 - worse : worse;
  }

  static Stream<Map<String, String>> phq9() {
    return Vectors.of("phq9_vectors.csv");
  }

  @ParameterizedTest
  @MethodSource("phq9")
  void phq9TotalsAndBands(Map<String, String> row) {
    List<Answer> answers =
        IntStream.range(0, 9)
            .mapToObj(
                i -> chosen("/" + PHQ_9_ITEMS.get(i), Integer.parseInt(cell(row, "q" + (i + 1)))))
            .toList();
    Map<String, Score> scores = scores(PHQ_9, answers);
    equal(scores.get("phq-9-total"), cell(row, "total"));
    assertThat(scores.get("phq-9-severity").getExplanation()).isEqualTo(cell(row, "severity_band"));
    assertThat(value(scores.get("44260-8")) > 0)
        .isEqualTo(cell(row, "item9_positive").equals("yes"));
  }

  private static List<BiFunction<String, Integer, Answer>> kinds() {
    return List.of(TestReports::number, TestReports::chosen);
  }

  static List<Answer> answers(
      Map<String, String> row,
      Predicate<String> columns,
      BiFunction<String, Integer, Answer> answer) {
    return row.entrySet().stream()
        .filter(cell -> columns.test(cell.getKey()) && !cell.getValue().isEmpty())
        .map(cell -> answer.apply(cell.getKey(), Integer.valueOf(cell.getValue())))
        .toList();
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static double value(Score score) {
    return Objects.requireNonNull(score.getValue());
  }

  static void equal(@Nullable Score score, @Nullable String expected) {
    if (expected == null || expected.isEmpty()) {
      assertThat(score == null ? null : score.getValue()).isNull();
    } else {
      assertThat(Objects.requireNonNull(score).getValue())
          .as(score.getScale())
          .isCloseTo(Double.parseDouble(expected), within(TOLERANCE));
    }
  }
}
