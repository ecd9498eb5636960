package org.procart.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.schemas.Score;
import org.procart.schemas.questionnaire.ReleasedQuestionnaire;
import org.procart.scoring.instrument.AnswerValue;
import org.procart.scoring.instrument.GivenAnswer;
import org.procart.scoring.instrument.Report;
import org.procart.scoring.instrument.Scale;
import org.procart.scoring.instrument.ScaleScore;

/** The forms and the definitions are in different modules: here they meet. */
class QuestionnairesAreScoredTest {

  /** Published under a name of their own. */
  private static final Map<String, String> RENAMED =
      Map.of("temperature", "cart-temperature", "ice", "ice-not-possible");

  private static final FormIndex FORMS = new FormIndex(TestScoring.FORMS);

  static Stream<ReleasedQuestionnaire> released() {
    return TestScoring.FORMS.all().stream().filter(ReleasedQuestionnaire::released);
  }

  @Test
  void everyReleasedFormHasADefinition() {
    Scoring scoring = TestScoring.of(TestScoring.BUILT_IN, Clock.systemUTC());
    Inventory inventory = new Inventory(TestScoring.FORMS, TestScoring.BUILT_IN, scoring);
    assertThat(inventory.withoutDefinition()).isEmpty();
    assertThat(released()).hasSizeGreaterThan(15);
  }

  @ParameterizedTest
  @MethodSource("released")
  void everyOptionOfEveryFormIsWorthItsNumber(ReleasedQuestionnaire form) {
    TestForm.of(form)
        .choices()
        .forEach(
            choice -> {
              Map<String, Score> scores = TestScoring.scores(form.url(), List.of(choice.answer()));
              String code = form.itemCodes().get(choice.item().get("linkId").asString());
              assertThat(scores).as(choice.toString()).containsKey(code);
              assertThat(scores.get(code).getValue())
                  .as(choice.toString())
                  .isEqualTo(choice.value());
            });
  }

  /** Nothing of a form is left out but what a client claims to have computed. */
  @ParameterizedTest
  @MethodSource("released")
  void everyQuestionOfEveryFormHasAScaleOfItsOwn(ReleasedQuestionnaire form) {
    Set<String> questions =
        TestForm.of(form)
            .questions()
            .filter(item -> !item.path("readOnly").asBoolean(false))
            .map(item -> form.itemCodes().get(item.get("linkId").asString()))
            .map(code -> RENAMED.getOrDefault(code, code))
            .collect(Collectors.toSet());
    assertThat(scales(form)).containsAll(questions);
  }

  private static Set<String> scales(ReleasedQuestionnaire form) {
    Form asked = FORMS.form(form);
    Report everything =
        new Report(
            asked.codes(),
            asked.codes().stream()
                .map(code -> new GivenAnswer(code, new AnswerValue.Unclear()))
                .toList());
    return TestScoring.BUILT_IN.stream()
        .filter(definition -> definition.scores(asked.lineage()))
        .flatMap(definition -> definition.scorer().score(everything).stream())
        .map(ScaleScore::scale)
        .map(Scale::id)
        .collect(Collectors.toSet());
  }
}
