package org.procart.notification.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in an escalation and is told on the topic.
 *
 * @param revision of the escalation, counted from 1
 * @param attempt that it is about; null: about none
 */
public record Change(
    Kind kind,
    long revision,
    int round,
    int step,
    @Nullable Attempt attempt,
    @Nullable String reason,
    @Nullable Instant nextStepAt,
    @Nullable Acknowledgement acknowledgement) {

  /** As on the topic. */
  public enum Kind {
    ARMED,
    QUEUED,
    SENT,
    DELIVERED,
    FAILED,
    EXPIRED,
    SKIPPED,
    HUSHED,
    OUTCOME_UNKNOWN,
    ACKNOWLEDGED,
    ENDED
  }
}
