package org.procart.chassis.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How long events of this service have waited for the broker. */
public final class OutboxAges {

  private final OutboxFactory outboxes;

  OutboxAges(OutboxFactory outboxes) {
    this.outboxes = outboxes;
  }

  /** When the oldest waiting event was made; null when none waits. */
  public @Nullable Instant oldestUnpublished() {
    return outboxes.relays().stream()
        .map(OutboxRelay::oldest)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
