package org.procart.alerting.history;

import java.time.Instant;
import java.util.List;

/** Keeps every LIVE score. */
public interface ScoreHistory {

  /**
   * Keeps the report; a second time changes nothing. The report must have a patient.
   *
   * @return false when it was followed through to the alerts already
   */
  boolean keep(ScoredReport report);

  void followedThrough(ScoredReport report);

  /** What is needed to judge the report and whatever it touches. */
  PatientSeries around(ScoredReport report);

  /** The patient's reports observed in the time, oldest first. */
  List<ScoredReport> observedBetween(String patientId, Instant from, Instant to);
}
