package org.procart.alerting.history;

import java.util.Optional;

/** Keeps every LIVE score. */
public interface ScoreHistory extends PastReports {

  /**
   * Keeps the report; a second time changes nothing. The report must have a patient.
   *
   * @return empty when it was followed through to the alerts already
   */
  Optional<KeptReport> keep(ScoredReport report);

  void followedThrough(KeptReport report);
}
