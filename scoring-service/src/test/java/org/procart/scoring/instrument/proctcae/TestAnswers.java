package org.procart.scoring.instrument.proctcae;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.procart.scoring.instrument.AnswerValue;
import org.procart.scoring.instrument.GivenAnswer;
import org.procart.scoring.instrument.MissingReason;
import org.procart.scoring.instrument.Report;
import org.procart.scoring.instrument.ScaleScore;

/** Reports as a test says them, and their scores by scale. */
final class TestAnswers {

  static final String FORM =
      "https://www.medizininformatik-initiative.de/fhir/ext/modul-pro/Questionnaire/"
          + "mii-qst-pro-pro-ctcae-onkologisches-basisscreening";

  private static final ProCtcaeScorer SCORER = new ProCtcaeScorer();

  private TestAnswers() {}

  static GivenAnswer answer(String item, int ordinal) {
    return new GivenAnswer(item, new AnswerValue.Coded("", ordinal));
  }

  static GivenAnswer declined(String item) {
    return new GivenAnswer(item, new AnswerValue.Withheld(MissingReason.ASKED_DECLINED));
  }

  static Map<String, ScaleScore> scores(GivenAnswer... answers) {
    return scores(Arrays.asList(answers));
  }

  static Map<String, ScaleScore> scores(List<GivenAnswer> answers) {
    return SCORER.score(new Report(FORM, answers)).stream()
        .collect(Collectors.toMap(score -> score.scale().id(), Function.identity()));
  }
}
