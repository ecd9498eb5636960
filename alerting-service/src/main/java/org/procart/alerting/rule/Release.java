package org.procart.alerting.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision about which version of a set counts; never changed, only followed by the next one.
 *
 * @param number of the decision about this set, a count from 1
 * @param version that counts from then on; null: back to what came with the service
 * @param digest SHA-256 of the text that was approved, hexadecimal; null for rollbacks
 * @param by who decided
 * @param from when it begins to count
 */
public record Release(
    String setId,
    Integer number,
    Kind kind,
    @Nullable String version,
    @Nullable String digest,
    String by,
    String reason,
    Instant at,
    Instant from) {

  /** What was decided. */
  public enum Kind {
    APPROVAL,
    ROLLBACK
  }
}
