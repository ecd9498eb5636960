package org.procart.alerting.score;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.history.PatientSeries;
import org.procart.alerting.history.ScaleScore;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.rule.Direction;
import org.procart.alerting.rule.ScaleFacts;
import org.procart.alerting.rule.ScaleName;

/** The facts about each scale of a report. */
final class ReportScales {

  private static final String UNGRADED = "presence";

  private ReportScales() {}

  static List<ScaleFacts> facts(ScoredReport report, PatientSeries series) {
    Set<String> graded = gradedTerms(report);
    Map<String, Double> previous = series.previous(report);
    return report.scales().stream()
        .map(score -> facts(score, previous.get(score.scale()), graded))
        .toList();
  }

  private static ScaleFacts facts(ScaleScore score, @Nullable Double previous, Set<String> graded) {
    return new ScaleFacts(
        score.scale(),
        score.value(),
        score.grade(),
        previous,
        lacksComposite(ScaleName.of(score.scale()), graded),
        Direction.of(score.direction()));
  }

  private static Set<String> gradedTerms(ScoredReport report) {
    return report.scales().stream()
        .filter(score -> score.grade() != null)
        .map(score -> ScaleName.of(score.scale()).term())
        .collect(Collectors.toSet());
  }

  /** Presence items have no composite at all, so theirs cannot be missing. */
  private static boolean lacksComposite(ScaleName name, Set<String> graded) {
    boolean raw = !name.attribute().isEmpty() && !name.attribute().equals(UNGRADED);
    return raw && !graded.contains(name.term());
  }
}
