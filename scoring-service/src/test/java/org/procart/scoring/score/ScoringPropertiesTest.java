package org.procart.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.scoring.score.TestReports.number;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.schemas.Answer;
import org.procart.schemas.Score;
import org.procart.schemas.questionnaire.ReleasedQuestionnaire;
import org.procart.scoring.score.TestForm.Choice;

/** What must hold for any answers; the same random ones at each run, named by their seed. */
class ScoringPropertiesTest {

  private static final int SEEDS = 20;

  static Stream<ReleasedQuestionnaire> released() {
    return TestScoring.FORMS.all().stream().filter(ReleasedQuestionnaire::released);
  }

  @ParameterizedTest
  @MethodSource("released")
  void orderAndRepetitionNeverMatter(ReleasedQuestionnaire form) {
    List<Choice> choices = TestForm.of(form).choices().toList();
    LongStream.range(0, SEEDS)
        .forEach(
            seed -> {
              Random random = new Random(seed);
              List<Answer> answers = answers(choices, random);
              List<Answer> shuffled = new ArrayList<>(answers);
              shuffled.addAll(answers.subList(0, answers.size() / 3));
              Collections.shuffle(shuffled, random);
              assertThat(TestScoring.scores(form.url(), shuffled))
                  .as("seed %d", seed)
                  .isEqualTo(TestScoring.scores(form.url(), answers));
            });
  }

  @ParameterizedTest
  @MethodSource("released")
  void everyValueIsWithinItsBoundsAndEveryGapHasAReason(ReleasedQuestionnaire form) {
    List<Choice> choices = TestForm.of(form).choices().toList();
    LongStream.range(0, SEEDS)
        .mapToObj(seed -> TestScoring.scores(form.url(), answers(choices, new Random(seed))))
        .flatMap(scores -> scores.values().stream())
        .forEach(ScoringPropertiesTest::isSound);
  }

  /** One level worse in one dimension never raises an index, in any of the 3,125 states. */
  @Test
  void everyValueSetFallsWithEveryLevel() {
    Map<List<Integer>, Map<String, Score>> indices =
        states().collect(Collectors.toMap(state -> state, ScoringPropertiesTest::indices));
    assertThat(indices).hasSize(3125);
    indices.forEach(
        (state, scores) -> {
          scores.values().forEach(ScoringPropertiesTest::isSound);
          worse(state)
              .forEach(
                  next ->
                      scores.forEach(
                          (set, score) ->
                              assertThat(value(Objects.requireNonNull(indices.get(next)).get(set)))
                                  .as("%s %s after %s", set, next, state)
                                  .isLessThanOrEqualTo(value(score))));
        });
  }

  /** EORTC: exactly half of the items is enough, and one fewer is not. */
  @ParameterizedTest
  @CsvSource({
    "PF, 1 2 3 4 5, 3",
    "RF, 6 7, 1",
    "EF, 21 22 23 24, 2",
    "CF, 20 25, 1",
    "SF, 26 27, 1",
    "QL, 29 30, 1",
    "FA, 10 12 18, 2",
    "NV, 14 15, 1",
    "PA, 9 19, 1",
  })
  void halfOfAnEortcScaleIsEnough(String scale, String items, int enough) {
    List<String> all = List.of(items.split(" "));
    for (int answered = 0; answered <= all.size(); answered++) {
      List<Answer> answers =
          all.subList(0, answered).stream()
              .map(item -> number("qlq-c30-q%02d".formatted(Integer.parseInt(item)), 2))
              .toList();
      Score score = score(TestScoring.scores(VectorsTest.C30, answers), "qlq-c30-" + scale);
      assertThat(score.getValue() != null)
          .as("%d answered", answered)
          .isEqualTo(answered >= enough);
      assertThat(score.getMissingReason())
          .isEqualTo(answered >= enough ? null : answered == 0 ? "not-answered" : "incomplete");
    }
  }

  @Test
  void theC30SummaryNeedsAllThirteenScalesAndNoOther() {
    List<Answer> withoutTwo =
        IntStream.rangeClosed(1, 30)
            .filter(i -> i < 28)
            .mapToObj(i -> number("qlq-c30-q%02d".formatted(i), 1))
            .toList();
    Score complete = score(TestScoring.scores(VectorsTest.C30, withoutTwo), "qlq-c30-C30SUMMARY");
    assertThat(complete.getValue()).isEqualTo(100);
    for (String single : List.of("08", "11", "13", "16", "17")) {
      List<Answer> answers =
          withoutTwo.stream().filter(a -> !a.getLinkId().equals("qlq-c30-q" + single)).toList();
      Score summary = score(TestScoring.scores(VectorsTest.C30, answers), "qlq-c30-C30SUMMARY");
      assertThat(summary.getMissingReason()).isEqualTo("incomplete");
    }
  }

  /** FACT: exactly half of a subscale is not enough (EWB has 6 items). */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void halfOfAFactSubscaleIsNotEnough(int answered) {
    List<Answer> answers =
        IntStream.rangeClosed(1, answered).mapToObj(i -> number("GE" + i, 1)).toList();
    Score ewb = score(TestScoring.scores(VectorsTest.OURS + "fact-g", answers), "fact-EWB");
    assertThat(ewb.getValue() != null).isEqualTo(answered > 3);
  }

  /** FACT-G: 22 of 27 items are more than 80 %, 21 are not; 8 and 9 are no answers. */
  @ParameterizedTest
  @CsvSource({"5, 22, true", "6, 21, false"})
  void fourFifthsOfATotalAreNotEnough(int missing, int answered, boolean expected) {
    List<String> items =
        Stream.of("GP7", "GS7", "GE6", "GF7")
            .flatMap(
                last ->
                    IntStream.rangeClosed(1, last.charAt(2) - '0')
                        .mapToObj(i -> last.substring(0, 2) + i))
            .toList();
    List<String> left = List.of("GP1", "GS1", "GF1", "GP2", "GS2", "GF2").subList(0, missing);
    for (long noAnswer : List.of(8L, 9L)) {
      List<Answer> answers =
          items.stream().map(item -> number(item, left.contains(item) ? noAnswer : 2)).toList();
      Map<String, Score> scores = TestScoring.scores(VectorsTest.OURS + "fact-g", answers);
      assertThat(items.stream().filter(i -> scores.get(i).getValue() != null)).hasSize(answered);
      assertThat(score(scores, "fact-PWB").getValue()).isNotNull();
      assertThat(score(scores, "fact-FACTG").getValue() != null).isEqualTo(expected);
    }
  }

  /** A missing answer is nowhere filled up in what has no rule for it. */
  @ParameterizedTest
  @CsvSource({
    "https://procart.org/fhir/Questionnaire/eq-5d-5l, eq5d5l-VT_UK",
    "https://procart.org/fhir/Questionnaire/promis-fatigue-4a, promis-fatigue-4a-T",
    "http://loinc.org/q/44249-1, phq-9-total",
  })
  void oneMissingItemIsNoScore(String url, String scale) {
    ReleasedQuestionnaire form = TestScoring.FORMS.find(url, null).orElseThrow();
    List<Choice> choices =
        TestForm.of(form).choices().filter(choice -> choice.value() == 1).toList();
    List<Answer> all = choices.stream().map(Choice::answer).toList();
    assertThat(score(TestScoring.scores(url, all), scale).getValue()).isNotNull();
    assertThat(score(TestScoring.scores(url, all.subList(1, all.size())), scale).getMissingReason())
        .isEqualTo("incomplete");
  }

  private static void isSound(Score score) {
    Double value = score.getValue();
    assertThat(value == null).as(score.toString()).isEqualTo(score.getMissingReason() != null);
    if (value != null) {
      assertThat(score.getMinimum() == null || value >= score.getMinimum())
          .as(score.toString())
          .isTrue();
      assertThat(score.getMaximum() == null || value <= score.getMaximum())
          .as(score.toString())
          .isTrue();
    }
  }

  /** Most items answered, at most once each. */
  private static List<Answer> answers(List<Choice> choices, Random random) {
    return choices.stream()
        .collect(Collectors.groupingBy(choice -> choice.item().get("linkId").asString()))
        .values()
        .stream()
        .filter(item -> random.nextInt(5) > 0)
        .map(item -> item.get(random.nextInt(item.size())).answer())
        .toList();
  }

  private static Stream<List<Integer>> states() {
    return IntStream.range(0, 3125)
        .mapToObj(
            n -> IntStream.of(625, 125, 25, 5, 1).mapToObj(power -> n / power % 5 + 1).toList());
  }

  private static Stream<List<Integer>> worse(List<Integer> state) {
    return IntStream.range(0, state.size())
        .filter(i -> state.get(i) < 5)
        .mapToObj(
            i -> {
              List<Integer> next = new ArrayList<>(state);
              next.set(i, state.get(i) + 1);
              return List.copyOf(next);
            });
  }

  private static Map<String, Score> indices(List<Integer> state) {
    List<String> items = List.of("eq5d-mo", "eq5d-sc", "eq5d-ua", "eq5d-pd", "eq5d-ad");
    List<Answer> answers =
        IntStream.range(0, 5).mapToObj(i -> number(items.get(i), state.get(i))).toList();
    return TestScoring.scores(VectorsTest.OURS + "eq-5d-5l", answers).entrySet().stream()
        .filter(scale -> scale.getKey().startsWith("eq5d5l-VT_"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Score score(Map<String, Score> scores, String scale) {
    return Objects.requireNonNull(scores.get(scale), scale);
  }

  private static double value(Score score) {
    return Objects.requireNonNull(score.getValue());
  }
}
