package org.procart.scoring.score;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.procart.schemas.Answer;
import org.procart.schemas.Score;
import org.procart.schemas.SubmissionReceived;
import org.procart.schemas.questionnaire.InstrumentFolder;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.procart.scoring.definition.DefinitionCatalogue;
import org.procart.scoring.instrument.ScoringDefinition;

/** From a report to its scores, on the way that production goes. */
final class TestScoring {

  static final QuestionnaireCatalogue FORMS = QuestionnaireCatalogue.load();
  static final List<ScoringDefinition> BUILT_IN = DefinitionCatalogue.builtIn();

  private static final Scoring SCORING = of(BUILT_IN, Clock.systemUTC());

  private TestScoring() {}

  static Scoring of(List<ScoringDefinition> definitions, Clock clock) {
    return new Scoring(definitions, new FormIndex(FORMS), clock);
  }

  static Scoring withFolder(Path folder) {
    InstrumentFolder own = new InstrumentFolder(folder);
    return new Scoring(
        DefinitionCatalogue.load(own),
        new FormIndex(QuestionnaireCatalogue.load(own)),
        Clock.systemUTC());
  }

  /** All scales of a report on a built-in form. */
  static Map<String, Score> scores(String form, List<Answer> answers) {
    return scores(SCORING, form, answers);
  }

  static Map<String, Score> scores(Scoring scoring, String form, List<Answer> answers) {
    SubmissionReceived report =
        TestReports.of("s-1", answers.toArray(Answer[]::new))
            .setInstrument(form)
            .setInstrumentVersion("")
            .build();
    return scoring.events(report).stream()
        .flatMap(event -> event.getScores().stream())
        .collect(Collectors.toMap(Score::getScale, Function.identity()));
  }
}
