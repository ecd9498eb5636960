package org.procart.scoring.instrument.proctcae;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.procart.scoring.instrument.AnswerValue;
import org.procart.scoring.instrument.GivenAnswer;
import org.procart.scoring.instrument.MissingReason;
import org.procart.scoring.instrument.Report;
import org.procart.scoring.instrument.Scale;
import org.procart.scoring.instrument.ScaleScore;
import org.procart.scoring.instrument.Scorer;

/** Composite grades, raw items and the average composite score of PRO-CTCAE. */
public final class ProCtcaeScorer implements Scorer {

  private static final Scale AVERAGE = Scale.worseUpTo(3, "proctcae-acs");

  private final Definition definition = Definition.load();

  @Override
  public String id() {
    return "pro-ctcae";
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public String digest() {
    return definition.digest();
  }

  @Override
  public boolean supports(String instrument) {
    return definition.instruments().contains(instrument);
  }

  @Override
  public List<ScaleScore> score(Report report) {
    Map<String, List<AnswerValue>> given =
        report.answers().stream()
            .collect(
                Collectors.groupingBy(
                    GivenAnswer::linkId,
                    Collectors.mapping(GivenAnswer::value, Collectors.toList())));
    List<ScaleScore> scores =
        definition.terms().stream()
            .map(term -> TermAnswers.of(term, item -> given.getOrDefault(item.code(), List.of())))
            .flatMap(answers -> answers.scores(definition.composite()).stream())
            .toList();
    return Stream.concat(scores.stream(), Stream.of(average(scores))).toList();
  }

  /** Mean of the grades that there are; declined terms do not count as 0. */
  private static ScaleScore average(List<ScaleScore> scores) {
    OptionalDouble mean =
        scores.stream()
            .map(ScaleScore::grade)
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .average();
    return mean.isPresent()
        ? AVERAGE.value(mean.getAsDouble())
        : AVERAGE.missing(MissingReason.NOT_ANSWERED);
  }
}
