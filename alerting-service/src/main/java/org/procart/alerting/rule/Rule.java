package org.procart.alerting.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rule gives one alert a patient. Its clauses ring at their own levels; of a scale only the
 * worst clause counts, and among equals the one written first.
 *
 * @param id stable id
 * @param title for staff
 * @param subject what it is evaluated on
 * @param clauses worst level first
 * @param together what several different clauses mean at the same time; null: nothing more
 * @param quiet how long the same makes no sound again
 * @param citation where the limits come from
 */
public record Rule(
    String id,
    String title,
    Subject subject,
    List<Clause> clauses,
    @Nullable Together together,
    Quiet quiet,
    String citation) {

  public Rule {
    clauses =
        clauses.stream()
            .sorted(Comparator.comparing(Clause::level, Comparator.reverseOrder()))
            .toList();
  }

  List<Finding> findings(ReportFacts report, List<ScaleFacts> scales) {
    return switch (subject) {
      case REPORT -> finding(Facts.of(report, null)).stream().toList();
      case SCALE ->
          scales.stream()
              .filter(scale -> looksAt(scale.scale()))
              .flatMap(scale -> find(report, scale))
              .toList();
      case SILENCE, STAY -> List.of(); // no report says it
    };
  }

  Optional<Finding> finding(Facts facts) {
    return clause(facts).map(clause -> Finding.of(clause, facts.scale()));
  }

  /** The worst clause that holds. */
  Optional<Clause> clause(Facts facts) {
    return clauses.stream().filter(clause -> clause.holdsFor(facts)).findFirst();
  }

  /** Most rules look at few scales; making facts of the others costs more than judging. */
  private boolean looksAt(String scale) {
    for (Clause clause : clauses) {
      if (clause.looksAt(scale)) {
        return true;
      }
    }
    return false;
  }

  private Stream<Finding> find(ReportFacts report, ScaleFacts scale) {
    return finding(Facts.of(report, scale)).stream();
  }
}
