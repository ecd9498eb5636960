package org.procart.scoring.instrument.proctcae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.scoring.instrument.proctcae.TestAnswers.answer;
import static org.procart.scoring.instrument.proctcae.TestAnswers.declined;
import static org.procart.scoring.instrument.proctcae.TestAnswers.scores;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.scoring.instrument.AnswerValue;
import org.procart.scoring.instrument.GivenAnswer;
import org.procart.scoring.instrument.MissingReason;
import org.procart.scoring.instrument.ScaleScore;
import org.procart.scoring.instrument.ScaleScore.Flag;

class ProCtcaeScorerTest {

  private static final String FREQUENCY = "proctcae-48a-frq";
  private static final String SEVERITY = "proctcae-48b-sev";
  private static final String INTERFERENCE = "proctcae-48c-int";
  private static final String PAIN = "proctcae-48";

  @ParameterizedTest
  @CsvSource({
    // frequency, severity, interference of term 48; grade, reason
    "0, 3, 2, 0,",
    "2, 3,  ,  , incomplete",
    "0,  ,  , 0,",
    " , 3, 2,  , incomplete",
    " ,  , 0,  , incomplete",
    "1, 0, 0, 0,",
    "3, 0, 0, 1,",
    "4, 0, 0, 1,",
    "4, 4, 4, 3,",
    "5, 4, 4,  , out-of-range",
    "-1, 4, 4,  , out-of-range",
    "0, 9, 9, 0,",
  })
  void gradesOfATermWithThreeItems(
      @Nullable Integer frequency,
      @Nullable Integer severity,
      @Nullable Integer interference,
      @Nullable Integer grade,
      @Nullable String reason) {
    List<GivenAnswer> answers = new ArrayList<>();
    add(answers, FREQUENCY, frequency);
    add(answers, SEVERITY, severity);
    add(answers, INTERFERENCE, interference);
    ScaleScore score = score(scores(answers), PAIN);
    assertThat(score.grade()).isEqualTo(grade);
    assertThat(code(score)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "proctcae-53a-sev, 0, proctcae-53b-int, 4, proctcae-53, 0",
    "proctcae-09a-frq, 1, proctcae-09b-sev, 0, proctcae-09, 1",
  })
  void gradesOfATermWithTwoItems(
      String first, int a, String second, int b, String scale, int grade) {
    assertThat(score(scores(answer(first, a), answer(second, b)), scale).grade()).isEqualTo(grade);
  }

  @Test
  void anAmountNeverExceedsGradeTwo() {
    assertThat(score(scores(answer("proctcae-27a-amt", 4)), "proctcae-27").grade()).isEqualTo(2);
  }

  @Test
  void aPresenceItemIsRawOnly() {
    Map<String, ScaleScore> scores = scores(answer("proctcae-24a-yn", 1));
    assertThat(scores).containsOnlyKeys("proctcae-24a-yn", "proctcae-acs");
    assertThat(score(scores, "proctcae-24a-yn").value()).isEqualByComparingTo("1");
    assertThat(score(scores, "proctcae-24a-yn").scale().maximum()).isEqualByComparingTo("1");
    assertThat(code(score(scores(answer("proctcae-24a-yn", 2)), "proctcae-24a-yn")))
        .isEqualTo("out-of-range");
  }

  @Test
  void aTermThatWasNotAskedHasNoScales() {
    assertThat(scores(answer("proctcae-15a-sev", 1)))
        .containsOnlyKeys("proctcae-15", "proctcae-15a-sev", "proctcae-acs");
    assertThat(scores()).containsOnlyKeys("proctcae-acs");
    assertThat(code(score(scores(), "proctcae-acs"))).isEqualTo("not-answered");
  }

  @Test
  void whatABranchSkippedIsZeroAndSaysSo() {
    Map<String, ScaleScore> scores = scores(answer(FREQUENCY, 0));
    assertThat(score(scores, SEVERITY).value()).isZero();
    assertThat(score(scores, SEVERITY).flags()).containsExactly(Flag.BRANCHED_AWAY);
    assertThat(score(scores, FREQUENCY).flags()).isEmpty();
  }

  @Test
  void whatWasAnsweredAgainstTheBranchStaysVisible() {
    Map<String, ScaleScore> scores =
        scores(answer(FREQUENCY, 0), answer(SEVERITY, 4), answer(INTERFERENCE, 0));
    assertThat(score(scores, PAIN).grade()).isZero();
    assertThat(score(scores, SEVERITY).value()).isEqualByComparingTo("4");
    assertThat(score(scores, SEVERITY).flags()).containsExactly(Flag.BRANCH_CONFLICT);
    assertThat(score(scores, INTERFERENCE).flags()).isEmpty();
  }

  @Test
  void declinedAndNotApplicableAreNeverZero() {
    Map<String, ScaleScore> scores =
        scores(
            declined("proctcae-68a-sev"),
            new GivenAnswer(
                "proctcae-36a-sev", new AnswerValue.Coded("proctcae-optout-not-applicable", null)),
            new GivenAnswer(
                "proctcae-71a-sev",
                new AnswerValue.Coded("proctcae-optout-not-sexually-active", null)),
            new GivenAnswer(
                "proctcae-66a-sev",
                new AnswerValue.Coded("proctcae-optout-prefer-not-to-answer", null)),
            answer("proctcae-15a-sev", 3));
    assertThat(code(score(scores, "proctcae-68"))).isEqualTo("asked-declined");
    assertThat(code(score(scores, "proctcae-68a-sev"))).isEqualTo("asked-declined");
    assertThat(code(score(scores, "proctcae-36"))).isEqualTo("not-applicable");
    assertThat(code(score(scores, "proctcae-71"))).isEqualTo("not-applicable");
    assertThat(code(score(scores, "proctcae-66"))).isEqualTo("asked-declined");
    assertThat(score(scores, "proctcae-acs").value()).isEqualByComparingTo("3");
  }

  @Test
  void aFirstItemThatWasDeclinedFillsNothingIn() {
    Map<String, ScaleScore> scores = scores(declined("proctcae-46a-sev"));
    assertThat(code(score(scores, "proctcae-46b-int"))).isEqualTo("not-answered");
    assertThat(code(score(scores, "proctcae-46"))).isEqualTo("incomplete");
  }

  @Test
  void aSevereAnswerBesideADeclinedOneKeepsItsRawValue() {
    Map<String, ScaleScore> scores =
        scores(answer("proctcae-46a-sev", 4), declined("proctcae-46b-int"));
    assertThat(score(scores, "proctcae-46a-sev").value()).isEqualByComparingTo("4");
    assertThat(code(score(scores, "proctcae-46"))).isEqualTo("incomplete");
  }

  @Test
  void anAnswerOfAKindThatWeDoNotKnowIsNotZero() {
    Map<String, ScaleScore> scores =
        scores(
            new GivenAnswer("proctcae-15a-sev", new AnswerValue.Unclear()),
            new GivenAnswer("proctcae-16a-frq", new AnswerValue.Coded("something-new", null)),
            new GivenAnswer("proctcae-01a-sev", new AnswerValue.Numeric(new BigDecimal("2.5"))));
    assertThat(code(score(scores, "proctcae-15"))).isEqualTo("cannot-tell");
    assertThat(code(score(scores, "proctcae-16a-frq"))).isEqualTo("cannot-tell");
    assertThat(code(score(scores, "proctcae-01"))).isEqualTo("out-of-range");
  }

  @Test
  void repeatedAnswersCountOnceAndContradictionsAreNotResolved() {
    assertThat(
            score(
                    scores(answer("proctcae-15a-sev", 3), answer("proctcae-15a-sev", 3)),
                    "proctcae-15")
                .grade())
        .isEqualTo(3);
    assertThat(
            code(
                score(
                    scores(answer("proctcae-15a-sev", 3), answer("proctcae-15a-sev", 1)),
                    "proctcae-15")))
        .isEqualTo("cannot-tell");
  }

  @Test
  void itemsOfOtherInstrumentsAreLeftAlone() {
    assertThat(scores(answer("phq9-1", 3))).containsOnlyKeys("proctcae-acs");
  }

  @Test
  void theReportOfANationalFrontEndGetsThePublishedScores() {
    Map<String, ScaleScore> scores =
        scores(
            answer("proctcae-48a-frq", 3),
            answer("proctcae-48b-sev", 2),
            answer("proctcae-48c-int", 1),
            answer("proctcae-53a-sev", 3),
            answer("proctcae-53b-int", 2),
            answer("proctcae-09a-frq", 2),
            answer("proctcae-09b-sev", 1),
            answer("proctcae-10a-frq", 1),
            answer("proctcae-10b-sev", 0),
            answer("proctcae-08a-sev", 2),
            answer("proctcae-08b-int", 1),
            answer("proctcae-15a-sev", 1),
            answer("proctcae-19a-sev", 1),
            answer("proctcae-19b-int", 0),
            answer("proctcae-55a-frq", 2),
            answer("proctcae-55b-sev", 2),
            answer("proctcae-55c-int", 1),
            answer("proctcae-56a-frq", 2),
            answer("proctcae-56b-sev", 1),
            answer("proctcae-56c-int", 0),
            answer("proctcae-54a-frq", 2),
            answer("proctcae-54b-sev", 2),
            answer("proctcae-54c-int", 1));
    Map<String, Integer> expected =
        Map.of(
            "proctcae-48",
            2,
            "proctcae-53",
            2,
            "proctcae-09",
            1,
            "proctcae-10",
            1,
            "proctcae-08",
            1,
            "proctcae-15",
            1,
            "proctcae-19",
            1,
            "proctcae-55",
            2,
            "proctcae-56",
            1,
            "proctcae-54",
            2);
    expected.forEach(
        (scale, grade) -> assertThat(score(scores, scale).grade()).as(scale).isEqualTo(grade));
    assertThat(score(scores, "proctcae-acs").value()).isEqualByComparingTo("1.4");
    assertThat(score(scores, "proctcae-acs").grade()).isNull();
    assertThat(scores).hasSize(10 + 23 + 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theOrderOfTheAnswersAndRepeatingThemNeverMatter(long seed) {
    Random random = new Random(seed);
    List<GivenAnswer> answers = new ArrayList<>();
    for (Term term : TestAnswers.LIBRARY.terms()) {
      for (Item item : term.items()) {
        if (random.nextInt(4) > 0) {
          answers.add(answer(item.code(), random.nextInt(-1, item.attribute().maximum() + 2)));
        }
      }
    }
    List<GivenAnswer> shuffled = new ArrayList<>(answers);
    shuffled.addAll(answers.subList(0, answers.size() / 3));
    Collections.shuffle(shuffled, random);
    assertThat(scores(shuffled)).isEqualTo(scores(answers));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void everyGradedTermHasAGradeWhenAllItsItemsAreAnswered(int value) {
    List<GivenAnswer> answers =
        TestAnswers.LIBRARY.terms().stream()
            .flatMap(term -> term.items().stream())
            .map(item -> answer(item.code(), Math.min(value, item.attribute().maximum())))
            .toList();
    Map<String, ScaleScore> scores = scores(answers);
    assertThat(scores).hasSize(124 + 59 + 1);
    assertThat(scores.values()).allSatisfy(score -> assertThat(score.missing()).isNull());
    assertThat(scores.values().stream().map(ScaleScore::grade).filter(Objects::nonNull))
        .hasSize(59);
  }

  private static void add(List<GivenAnswer> answers, String item, @Nullable Integer value) {
    if (value != null) {
      answers.add(answer(item, value));
    }
  }

  private static ScaleScore score(Map<String, ScaleScore> scores, String scale) {
    return Objects.requireNonNull(scores.get(scale), scale);
  }

  private static @Nullable String code(ScaleScore score) {
    MissingReason missing = score.missing();
    return missing == null ? null : missing.code();
  }
}
