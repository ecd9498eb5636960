package org.procart.alerting.coverage;

import java.time.Instant;

/**
 * For which time a report that is not here was not sent.
 *
 * @param since when intake could be reached without a gap
 * @param through what was received until then has been scored and judged
 */
public record Covered(Instant since, Instant through) {

  /** Nobody can tell. */
  public static final Covered NOTHING = new Covered(Instant.EPOCH, Instant.EPOCH);

  public boolean reaches(Instant moment) {
    return !through.isBefore(moment);
  }
}
