package org.procart.scoring.score;

import java.util.List;
import org.procart.scoring.instrument.Report;
import org.procart.scoring.instrument.ScaleScore;
import org.procart.scoring.instrument.Scorer;

/** What one scorer made of one report, and which algorithm it was. */
record Computation(
    String scorer, String version, String definitionDigest, List<ScaleScore> scores) {

  /**
   * Said of a report that no scorer can read: every report gets a score event, so that whoever
   * listens to scores alone still hears of every report.
   */
  static final Computation NONE = new Computation("none", "1.0.0", "", List.of());

  static Computation by(Scorer scorer, Report report) {
    return new Computation(scorer.id(), scorer.version(), scorer.digest(), scorer.score(report));
  }
}
