package org.procart.intake.observation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a report's answers were observed.
 *
 * @param at after correction; never later than receipt
 * @param authoredAsSent what the client sent; null: nothing, or nothing that looks like a time
 * @param assumptions what had to be assumed
 * @param clockOffsetMillis server clock minus device clock; null: the device did not say
 */
public record Observation(
    Instant at,
    @Nullable String authoredAsSent,
    List<Assumption> assumptions,
    @Nullable Long clockOffsetMillis) {

  /** Names are part of the contract of {@code pro.submission.v1}. */
  public enum Assumption {
    AUTHORED_MISSING,
    AUTHORED_UNREADABLE,
    DATE_ONLY,
    ZONE_MISSING,
    FUTURE,
    CLOCK_SHIFTED
  }

  public Observation {
    assumptions = List.copyOf(assumptions);
  }
}
