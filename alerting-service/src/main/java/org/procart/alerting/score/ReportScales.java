package org.procart.alerting.score;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.procart.alerting.history.PatientSeries;
import org.procart.alerting.history.ScaleScore;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.rule.Compared;
import org.procart.alerting.rule.Direction;
import org.procart.alerting.rule.ScaleFacts;
import org.procart.alerting.rule.ScaleName;

/** The facts about each scale of a report. */
final class ReportScales {

  private static final String UNGRADED = "presence";

  /** Two reporters who look at the same day. */
  private static final Duration SAME_TIME = Duration.ofHours(24);

  private ReportScales() {}

  static List<ScaleFacts> facts(ScoredReport report, PatientSeries series) {
    Set<String> graded = gradedTerms(report);
    Map<String, Double> previous = series.previous(report);
    Map<String, Double> baseline = series.baseline(report);
    List<Map<String, Double>> others = series.others(report, SAME_TIME);
    return report.scales().stream()
        .map(score -> facts(score, compared(score, previous, baseline, others), graded))
        .toList();
  }

  static Map<String, Double> values(ScoredReport report) {
    Map<String, Double> values = new HashMap<>();
    report
        .scales()
        .forEach(
            score -> {
              if (score.value() != null) {
                values.put(score.scale(), score.value());
              }
            });
    return values;
  }

  private static Compared compared(
      ScaleScore score,
      Map<String, Double> previous,
      Map<String, Double> baseline,
      List<Map<String, Double>> others) {
    Double value = score.value();
    boolean differs =
        value != null
            && others.stream()
                .map(other -> other.get(score.scale()))
                .anyMatch(other -> other != null && other.compareTo(value) != 0);
    return new Compared(previous.get(score.scale()), baseline.get(score.scale()), differs);
  }

  private static ScaleFacts facts(ScaleScore score, Compared compared, Set<String> graded) {
    return new ScaleFacts(
        score.scale(),
        score.value(),
        score.grade(),
        score.missingReason(),
        compared,
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
