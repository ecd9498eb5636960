package org.procart.alerting.history;

import java.time.Instant;
import java.util.List;

/** Reads what was kept, and can do nothing else. */
public interface PastReports {

  /** The patient's reports observed in the time, oldest first. */
  List<ScoredReport> observedBetween(String patientId, Instant from, Instant to);
}
