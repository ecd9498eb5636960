package org.procart.scoring.score;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.procart.schemas.Completeness;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.ScoreMode;
import org.procart.schemas.SubmissionReceived;
import org.procart.scoring.instrument.Report;
import org.procart.scoring.instrument.ScoringDefinition;

/** Every report becomes at least one score event. */
final class Scoring {

  private final List<ScoringDefinition> definitions;
  private final FormIndex forms;
  private final Clock clock;

  Scoring(List<ScoringDefinition> definitions, FormIndex forms, Clock clock) {
    this.definitions = List.copyOf(definitions);
    this.forms = forms;
    this.clock = clock;
  }

  List<ScoreComputed> events(SubmissionReceived report) {
    Instant now = clock.instant();
    return computations(report).stream()
        .map(computation -> ScoreMapper.event(report, computation, ScoreMode.LIVE, now))
        .toList();
  }

  private List<Computation> computations(SubmissionReceived report) {
    if (report.getCompleteness() == Completeness.UNREADABLE) {
      return List.of(Computation.NONE);
    }
    Form form = forms.find(report.getInstrument(), report.getInstrumentVersion());
    Report answers = ReportMapper.report(report, form);
    List<ScoringDefinition> able = able(form);
    return able.isEmpty()
        ? List.of(Computation.items(answers))
        : able.stream().map(definition -> Computation.by(definition, answers)).toList();
  }

  /** Definitions that a form is scored by. */
  List<ScoringDefinition> able(Form form) {
    return definitions.stream().filter(definition -> definition.scores(form.lineage())).toList();
  }
}
