package org.procart.scoring.score;

import java.util.List;
import org.procart.scoring.instrument.ItemsScorer;
import org.procart.scoring.instrument.Report;
import org.procart.scoring.instrument.ScaleScore;
import org.procart.scoring.instrument.ScoringDefinition;

/** What one scorer made of one report, and which algorithm it was. */
record Computation(
    String scorer, String version, String definitionDigest, List<ScaleScore> scores) {

  /**
   * Said of a report that no scorer can read: every report gets a score event, so that whoever
   * listens to scores alone still hears of every report.
   */
  static final Computation NONE = new Computation("none", "1.0.0", "", List.of());

  static Computation by(ScoringDefinition definition, Report report) {
    return new Computation(
        definition.id(),
        definition.version(),
        definition.digest(),
        definition.scorer().score(report));
  }

  /** Answers as they are, where there is no definition. */
  static Computation items(Report report) {
    return report.answers().isEmpty()
        ? NONE
        : new Computation("items", "1.0.0", "", new ItemsScorer().score(report));
  }
}
