package org.procart.notification.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happened to an attempt, and by whom it went.
 *
 * @param sentAt a supplier took it; null: none yet
 * @param deliveredAt the phone had it; null: not known
 * @param endedAt it failed, was too late or was not needed any more
 * @param via name of the supplier that took it
 * @param bundled number of alerts that the message was about; null: not sent
 */
public record Trace(
    @Nullable Instant sentAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant endedAt,
    @Nullable String via,
    @Nullable Integer bundled) {

  static final Trace NONE = new Trace(null, null, null, null, null);

  Trace sent(Instant at, @Nullable String by, int alerts) {
    return new Trace(at, deliveredAt, null, by, alerts);
  }

  Trace delivered(Instant at) {
    return new Trace(sentAt == null ? at : sentAt, at, null, via, bundled);
  }

  Trace ended(Instant at) {
    return new Trace(sentAt, deliveredAt, at, via, bundled);
  }
}
