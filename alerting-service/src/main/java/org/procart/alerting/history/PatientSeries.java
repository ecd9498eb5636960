package org.procart.alerting.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A patient's reports as far as they were read, and which of them were replaced. */
public final class PatientSeries {

  public static final PatientSeries EMPTY = new PatientSeries(List.of(), Set.of());

  private final List<ScoredReport> reports;
  private final Set<String> superseded;

  /**
   * @param superseded submissionIds of reports that were replaced
   */
  public PatientSeries(List<ScoredReport> reports, Set<String> superseded) {
    this.reports = reports.stream().sorted(ScoredReport.BY_OBSERVATION).toList();
    this.superseded = Set.copyOf(superseded);
  }

  public List<ScoredReport> reports() {
    return reports;
  }

  /** The same reporter's previous value of each scale that has one, by observation time. */
  public Map<String, Double> previous(ScoredReport report) {
    Map<String, Double> previous = new HashMap<>();
    reports.reversed().stream()
        .filter(candidate -> isBefore(candidate, report) && countsAsPrevious(candidate))
        .flatMap(candidate -> candidate.scales().stream())
        .forEach(
            score -> {
              if (score.value() != null) {
                previous.putIfAbsent(score.scale(), score.value());
              }
            });
    return previous;
  }

  /** Reports of the same reporter whose previous may be this report, or the one it replaced. */
  public List<ScoredReport> touchedBy(ScoredReport report) {
    return reports.stream()
        .filter(candidate -> !sameSubmission(candidate, report) && !isSuperseded(candidate))
        .filter(
            candidate ->
                isBefore(report, candidate)
                    || replaced(report).filter(earlier -> isBefore(earlier, candidate)).isPresent())
        .toList();
  }

  /** The series as it was before this report came. */
  public PatientSeries without(ScoredReport report) {
    Set<String> replaced = new HashSet<>(superseded);
    List<ScoredReport> others =
        reports.stream().filter(other -> !sameSubmission(other, report)).toList();
    String earlier = report.supersedes();
    if (earlier != null && others.stream().noneMatch(other -> earlier.equals(other.supersedes()))) {
      replaced.remove(earlier);
    }
    return new PatientSeries(others, replaced);
  }

  private boolean isSuperseded(ScoredReport report) {
    return superseded.contains(report.submissionId());
  }

  private Optional<ScoredReport> replaced(ScoredReport report) {
    return reports.stream().filter(candidate -> replacedBy(candidate, report)).findFirst();
  }

  private boolean countsAsPrevious(ScoredReport candidate) {
    return candidate.mayBePrevious() && !isSuperseded(candidate);
  }

  private static boolean isBefore(ScoredReport earlier, ScoredReport later) {
    return earlier.series().equals(later.series())
        && !sameSubmission(earlier, later)
        && ScoredReport.BY_OBSERVATION.compare(earlier, later) < 0;
  }

  private static boolean sameSubmission(ScoredReport one, ScoredReport other) {
    return one.submissionId().equals(other.submissionId());
  }

  private static boolean replacedBy(ScoredReport candidate, ScoredReport report) {
    return candidate.submissionId().equals(report.supersedes());
  }
}
