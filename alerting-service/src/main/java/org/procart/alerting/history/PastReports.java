package org.procart.alerting.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads what was kept, and can do nothing else. */
public interface PastReports {

  /** Of each of them, the reports observed in the time; those without any are left out. */
  Map<String, List<ScoredReport>> observedBetween(
      Collection<String> patientIds, Instant from, Instant to);

  /** The patient's reports observed in the time, oldest first. */
  List<ScoredReport> observedBetween(String patientId, Instant from, Instant to);
}
