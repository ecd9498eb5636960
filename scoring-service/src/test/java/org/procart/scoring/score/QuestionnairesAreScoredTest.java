package org.procart.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.scoring.score.TestReports.chosen;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.schemas.Answer;
import org.procart.schemas.Score;
import org.procart.schemas.SubmissionReceived;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.procart.schemas.questionnaire.ReleasedQuestionnaire;
import org.procart.scoring.instrument.proctcae.ProCtcaeScorer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms and the scorers are in different modules: here they meet. */
class QuestionnairesAreScoredTest {

  private final Scoring scoring = new Scoring(List.of(new ProCtcaeScorer()), Clock.systemUTC());

  static Stream<ReleasedQuestionnaire> questionnaires() {
    return QuestionnaireCatalogue.load().all().stream();
  }

  @ParameterizedTest
  @MethodSource("questionnaires")
  void everyItemOfEveryFormHasAScaleOfItsOwnAndEveryOptionAValue(ReleasedQuestionnaire form) {
    List<JsonNode> items = items(JsonMapper.shared().readTree(form.json())).toList();
    assertThat(items).isNotEmpty();
    assertThat(items).allSatisfy(item -> allOptionsAreScored(form, item));
  }

  private void allOptionsAreScored(ReleasedQuestionnaire form, JsonNode item) {
    String linkId = item.get("linkId").asString();
    for (JsonNode option : item.get("answerOption")) {
      JsonNode extension = option.get("extension").get(0);
      if (extension.get("url").asString().endsWith("/ordinalValue")) {
        int ordinal = extension.get("valueDecimal").asInt();
        assertThat(values(form, chosen(linkId, ordinal), linkId)).containsExactly((double) ordinal);
      }
    }
  }

  private List<Double> values(ReleasedQuestionnaire form, Answer answer, String scale) {
    SubmissionReceived report = TestReports.of("s-1", answer).setInstrument(form.url()).build();
    return scoring.events(report).stream()
        .flatMap(event -> event.getScores().stream())
        .filter(score -> score.getScale().equals(scale))
        .map(Score::getValue)
        .toList();
  }

  private static Stream<JsonNode> items(JsonNode node) {
    if (!node.has("item")) {
      return Stream.of(node);
    }
    return StreamSupport.stream(node.get("item").spliterator(), false)
        .flatMap(QuestionnairesAreScoredTest::items);
  }
}
