package org.procart.notification.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one hand-over came to. A channel never retries; that is the caller's. */
public sealed interface Delivery {

  /**
   * The supplier took it; that is not yet "delivered".
   *
   * @param providerId the supplier's message id; null where it gives none
   * @param via name of the supplier
   */
  record Sent(@Nullable String providerId, String via) implements Delivery {}

  /**
   * Not taken, may be taken later.
   *
   * @param pause how long to wait at least; null: as usual after so many tries
   */
  record RetryLater(String reason, @Nullable Duration pause) implements Delivery {
    public RetryLater(String reason) {
      this(reason, null);
    }
  }

  /** Not taken and never will be. */
  record Rejected(String reason) implements Delivery {}

  /** Handed over without an answer: the supplier may have it or not. */
  record Unclear(String reason) implements Delivery {}
}
