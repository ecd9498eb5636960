package org.procart.notification.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an attempt.
 *
 * @param reason why it is where it is; null: nothing to say
 * @param tries hand-overs begun, each counted before it is tried
 * @param possiblyRepeated the supplier may have had it before
 * @param declined the person said no
 * @param dueAt QUEUED: next try; SENDING: end of the lease
 */
public record Status(
    AttemptState state,
    @Nullable String reason,
    int tries,
    boolean possiblyRepeated,
    boolean declined,
    Instant dueAt,
    @Nullable Instant sentAt,
    @Nullable Instant deliveredAt) {

  static Status queued(Instant now) {
    return new Status(AttemptState.QUEUED, null, 0, false, false, now, null, null);
  }

  Status claimed(Instant leaseUntil) {
    return new Status(
        AttemptState.SENDING,
        reason,
        tries + 1,
        possiblyRepeated,
        declined,
        leaseUntil,
        sentAt,
        deliveredAt);
  }

  Status again(String why, Instant at, boolean mayBeRepeated) {
    return new Status(
        AttemptState.QUEUED,
        why,
        tries,
        possiblyRepeated || mayBeRepeated,
        declined,
        at,
        sentAt,
        deliveredAt);
  }

  Status sent(Instant at) {
    return new Status(
        AttemptState.SENT, null, tries, possiblyRepeated, declined, at, at, deliveredAt);
  }

  Status delivered(Instant at) {
    Instant handedOver = sentAt == null ? at : sentAt;
    return new Status(
        AttemptState.DELIVERED, null, tries, possiblyRepeated, declined, at, handedOver, at);
  }

  Status ended(AttemptState end, @Nullable String why) {
    return new Status(end, why, tries, possiblyRepeated, declined, dueAt, sentAt, deliveredAt);
  }

  Status refused() {
    return new Status(state, reason, tries, possiblyRepeated, true, dueAt, sentAt, deliveredAt);
  }
}
