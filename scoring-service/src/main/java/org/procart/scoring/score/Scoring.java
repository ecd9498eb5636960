package org.procart.scoring.score;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.procart.schemas.Completeness;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.ScoreMode;
import org.procart.schemas.SubmissionReceived;
import org.procart.scoring.instrument.Report;
import org.procart.scoring.instrument.Scorer;

/** Every report becomes at least one score event. */
final class Scoring {

  private final List<Scorer> scorers;
  private final Clock clock;

  Scoring(List<Scorer> scorers, Clock clock) {
    this.scorers = List.copyOf(scorers);
    this.clock = clock;
  }

  List<ScoreComputed> events(SubmissionReceived report) {
    Instant now = clock.instant();
    return computations(report).stream()
        .map(computation -> ScoreMapper.event(report, computation, ScoreMode.LIVE, now))
        .toList();
  }

  private List<Computation> computations(SubmissionReceived report) {
    List<Scorer> able =
        report.getCompleteness() == Completeness.UNREADABLE
            ? List.of()
            : scorers.stream().filter(s -> s.supports(report.getInstrument())).toList();
    if (able.isEmpty()) {
      return List.of(Computation.NONE);
    }
    Report answers = ReportMapper.report(report);
    return able.stream().map(scorer -> Computation.by(scorer, answers)).toList();
  }
}
