package org.procart.scoring.instrument.proctcae;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
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

  private final Library library;

  /**
   * @param items term number, item code, attribute
   * @param composite frequency, severity, interference (or amount), grade
   */
  public ProCtcaeScorer(Stream<List<String>> items, Stream<List<String>> composite) {
    this.library = Library.of(items, composite);
  }

  @Override
  public List<ScaleScore> score(Report report) {
    Map<String, List<AnswerValue>> given =
        report.answers().stream()
            // What a branch skipped is found out here, whoever filled the zeros in.
            .filter(Predicate.not(GivenAnswer::branchedAway))
            .collect(
                Collectors.groupingBy(
                    GivenAnswer::item,
                    Collectors.mapping(GivenAnswer::value, Collectors.toList())));
    List<ScaleScore> scores =
        library.terms().stream()
            .map(term -> TermAnswers.of(term, item -> given.getOrDefault(item.code(), List.of())))
            .flatMap(answers -> answers.scores(library.composite()).stream())
            .toList();
    return Stream.concat(scores.stream(), Stream.of(average(scores))).toList();
  }

  /** Mean of the grades that there are; declined terms do not count as 0. */
  private static ScaleScore average(List<ScaleScore> scores) {
    List<Integer> grades = scores.stream().map(ScaleScore::grade).filter(Objects::nonNull).toList();
    if (grades.isEmpty()) {
      return AVERAGE.missing(MissingReason.NOT_ANSWERED);
    }
    long sum = grades.stream().mapToLong(Integer::longValue).sum();
    return AVERAGE.value(
        BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(grades.size()), MathContext.DECIMAL128));
  }
}
