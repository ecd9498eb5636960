package org.procart.notification.channel;

import org.jspecify.annotations.Nullable;

/** What one hand-over came to. A channel never retries; that is the caller's. */
public sealed interface Delivery {

  /**
   * The supplier took it; that is not yet "delivered".
   *
   * @param providerId the supplier's message id; null where it gives none
   */
  record Sent(@Nullable String providerId) implements Delivery {}

  /** Not taken, may be taken later. */
  record RetryLater(String reason) implements Delivery {}

  /** Not taken and never will be. */
  record Rejected(String reason) implements Delivery {}

  /** Handed over without an answer: the supplier may have it or not. */
  record Unclear(String reason) implements Delivery {}
}
