package org.procart.alerting.history;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    return latest(reports.reversed().stream().filter(candidate -> isBefore(candidate, report)));
  }

  /**
   * The last value of each scale before the infusion that the report follows: the same reporter's,
   * else anybody's, since a nurse may have done what a carer goes on with.
   */
  public Map<String, Double> baseline(ScoredReport report) {
    List<ScoredReport> before =
        reports.reversed().stream()
            .filter(candidate -> !sameSubmission(candidate, report))
            .filter(candidate -> ScoredReport.BY_OBSERVATION.compare(candidate, report) < 0)
            .filter(candidate -> candidate.isBeforeInfusionOf(report))
            .toList();
    Map<String, Double> own =
        latest(before.stream().filter(candidate -> sameReporter(candidate, report)));
    latest(before.stream()).forEach(own::putIfAbsent);
    return own;
  }

  /** For each other reporter, the latest value of each scale within the time of the report. */
  public List<Map<String, Double>> others(ScoredReport report, Duration within) {
    Map<String, List<ScoredReport>> byReporter =
        reports.reversed().stream()
            .filter(candidate -> !sameReporter(candidate, report))
            .filter(candidate -> candidate.isWithin(within, report))
            .collect(Collectors.groupingBy(ScoredReport::series));
    return byReporter.values().stream().map(one -> latest(one.stream())).toList();
  }

  /** Reports of anybody that count, observed within the time of the report; itself not. */
  public List<ScoredReport> around(ScoredReport report, Duration within) {
    return reports.stream()
        .filter(candidate -> !sameSubmission(candidate, report))
        .filter(candidate -> candidate.isWithin(within, report))
        .filter(candidate -> !isSuperseded(candidate) && !candidate.enteredInError())
        .toList();
  }

  /** The first value of each scale in the given order, of reports that may be measured against. */
  private Map<String, Double> latest(Stream<ScoredReport> newestFirst) {
    Map<String, Double> values = new HashMap<>();
    newestFirst
        .filter(this::countsAsPrevious)
        .flatMap(candidate -> candidate.scales().stream())
        .forEach(
            score -> {
              if (score.value() != null) {
                values.putIfAbsent(score.scale(), score.value());
              }
            });
    return values;
  }

  /**
   * Reports of the same reporter whose previous may be this report, or the one it replaced; of
   * anybody, whose baseline it may be, or the one it replaced was.
   */
  public List<ScoredReport> touchedBy(ScoredReport report) {
    List<ScoredReport> origins =
        Stream.concat(Stream.of(report), replaced(report).stream()).toList();
    Set<ScoredReport> touched = new HashSet<>();
    origins.forEach(origin -> touched.addAll(measuredAgainst(origin, report)));
    return reports.stream()
        .filter(candidate -> !sameSubmission(candidate, report) && !isSuperseded(candidate))
        .filter(
            candidate ->
                touched.contains(candidate)
                    || origins.stream().anyMatch(origin -> origin.isBeforeInfusionOf(candidate)))
        .toList();
  }

  /** Of each scale, later reports up to the first that the ones after it are measured against. */
  private Set<ScoredReport> measuredAgainst(ScoredReport origin, ScoredReport unless) {
    Set<String> open = new HashSet<>();
    origin.scales().forEach(score -> open.add(score.scale()));
    Set<ScoredReport> touched = new HashSet<>();
    for (ScoredReport candidate : reports) {
      if (open.isEmpty()) {
        break;
      }
      if (isBefore(origin, candidate)
          && !sameSubmission(candidate, unless)
          && candidate.scales().stream().anyMatch(score -> open.contains(score.scale()))) {
        touched.add(candidate);
        if (countsAsPrevious(candidate)) {
          candidate.scales().stream()
              .filter(score -> score.value() != null)
              .forEach(score -> open.remove(score.scale()));
        }
      }
    }
    return touched;
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

  /** Empty: nothing is known that replaces it. */
  public Optional<ScoredReport> replacementOf(ScoredReport report) {
    return reports.stream().filter(newer -> replacedBy(report, newer)).findFirst();
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
    return sameReporter(earlier, later)
        && !sameSubmission(earlier, later)
        && ScoredReport.BY_OBSERVATION.compare(earlier, later) < 0;
  }

  private static boolean sameReporter(ScoredReport one, ScoredReport other) {
    return one.series().equals(other.series());
  }

  private static boolean sameSubmission(ScoredReport one, ScoredReport other) {
    return one.submissionId().equals(other.submissionId());
  }

  private static boolean replacedBy(ScoredReport candidate, ScoredReport report) {
    return candidate.submissionId().equals(report.supersedes());
  }
}
