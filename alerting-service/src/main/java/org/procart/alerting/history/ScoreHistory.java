package org.procart.alerting.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps every LIVE score. */
public interface ScoreHistory {

  /**
   * Keeps the report; a second time changes nothing. The report must have a patient.
   *
   * @return empty when it was followed through to the alerts already
   */
  Optional<KeptReport> keep(ScoredReport report);

  void followedThrough(KeptReport report);

  /** The patient's reports observed in the time, oldest first. */
  List<ScoredReport> observedBetween(String patientId, Instant from, Instant to);
}
