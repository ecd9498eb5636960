package org.procart.alerting.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.procart.alerting.history.ScoredReport;

/**
 * How reports are played again.
 *
 * @param period reports that came in it are judged; earlier ones are known
 * @param episode how long after its last ring an episode is over, since nobody can say who would
 *     have closed it when
 * @param observedWithin what was observed longer before its receipt pages nobody
 * @param arrivals by receipt, when a report came, where that is not when the platform received it
 */
record Terms(
    Period period, Duration episode, Duration observedWithin, Map<String, Instant> arrivals) {

  private static final Comparator<ScoredReport> BY_ARRIVAL =
      Comparator.comparing(ScoredReport::receivedAt)
          .thenComparing(ScoredReport::observedAt)
          .thenComparing(ScoredReport::scoreId);

  /** As they came, until the period ends. */
  List<ScoredReport> inOrder(List<ScoredReport> reports) {
    return reports.stream()
        .map(this::arriving)
        .filter(report -> report.receivedAt().isBefore(period.to()))
        .sorted(BY_ARRIVAL)
        .toList();
  }

  private ScoredReport arriving(ScoredReport report) {
    Instant at = report.receipt() == null ? null : arrivals.get(report.receipt());
    return at == null ? report : report.arrivingAt(at);
  }
}
