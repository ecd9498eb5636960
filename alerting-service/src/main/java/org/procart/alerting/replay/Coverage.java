package org.procart.alerting.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was replayed.
 *
 * @param siteId null: every site without a set of its own
 * @param reports that came in the period
 * @param patients who sent at least one of them
 * @param patientDays each patient's days from the first to the last of them
 * @param truth what was said about what really was; null: nothing
 */
public record Coverage(
    @Nullable String siteId,
    Instant from,
    Instant to,
    Integer episodeHours,
    Integer reports,
    Integer patients,
    Integer patientDays,
    @Nullable OfTruth truth) {

  /**
   * What really was, as somebody said it.
   *
   * @param patients of whom it was said
   * @param elsewhere those of them who are not at the sites; they do not count
   * @param events that count
   * @param outside events of the others that are not in the period; they do not count
   */
  public record OfTruth(
      Integer patients,
      Integer elsewhere,
      Integer events,
      Integer outside,
      Integer beforeHours,
      Integer afterHours) {}
}
