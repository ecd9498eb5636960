package org.procart.scoring.instrument.proctcae;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.procart.scoring.instrument.AnswerValue;
import org.procart.scoring.instrument.GivenAnswer;
import org.procart.scoring.instrument.MissingReason;
import org.procart.scoring.instrument.Report;
import org.procart.scoring.instrument.ScaleScore;

/** Reports as a test says them, and their scores by scale. */
final class TestAnswers {

  static final Library LIBRARY =
      Library.of(rows("pro-ctcae-items.csv"), rows("pro-ctcae-composite.csv"));

  private static final ProCtcaeScorer SCORER =
      new ProCtcaeScorer(rows("pro-ctcae-items.csv"), rows("pro-ctcae-composite.csv"));

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
    return SCORER.score(Report.of(answers)).stream()
        .collect(Collectors.toMap(score -> score.scale().id(), Function.identity()));
  }

  private static Stream<List<String>> rows(String table) {
    try (InputStream file =
        Objects.requireNonNull(TestAnswers.class.getResourceAsStream("/scoring/" + table))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> List.of(line.split(",", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
