package org.procart.intake.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.security.Caller;

/**
 * A body as it arrived.
 *
 * @param mediaTypeGood false: sent as something else than JSON
 * @param idempotencyKey the sender's own name for the report; null: none
 * @param clientTime the device's clock at sending, as sent; null: not said
 */
record Delivery(
    Caller caller,
    Route route,
    byte[] body,
    boolean mediaTypeGood,
    @Nullable String idempotencyKey,
    @Nullable String clientTime,
    Instant receivedAt) {

  /** How it came. Names are part of the contract of {@code pro.submission.v1}. */
  enum Route {
    DIRECT,
    FRONT_END,
    BATCH
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** Never prints what somebody wrote. */
  @Override
  public String toString() {
    return "Delivery[" + body.length + " bytes]";
  }
}
