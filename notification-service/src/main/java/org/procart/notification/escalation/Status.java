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
 * @param via name of the supplier that took it; null: none yet, or not known
 */
public record Status(
    AttemptState state,
    @Nullable String reason,
    int tries,
    boolean possiblyRepeated,
    boolean declined,
    Instant dueAt,
    @Nullable Instant sentAt,
    @Nullable Instant deliveredAt,
    @Nullable String via) {

  /** The person wished not to be called for an AMBER at this hour. */
  static final String QUIET_PERSON = "QUIET_PERSON";

  /** Not before the person wishes to be called. */
  static Status quiet(Instant until) {
    return new Status(AttemptState.QUEUED, QUIET_PERSON, 0, false, false, until, null, null, null);
  }

  /** By another supplier, because nobody knows whether the first one's came. */
  static Status repeating(Instant now) {
    return new Status(AttemptState.QUEUED, null, 0, true, false, now, null, null, null);
  }

  static Status queued(Instant now) {
    return new Status(AttemptState.QUEUED, null, 0, false, false, now, null, null, null);
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
        deliveredAt,
        via);
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
        deliveredAt,
        via);
  }

  Status sent(Instant at, @Nullable String by) {
    return new Status(
        AttemptState.SENT, null, tries, possiblyRepeated, declined, at, at, deliveredAt, by);
  }

  Status delivered(Instant at) {
    Instant handedOver = sentAt == null ? at : sentAt;
    return new Status(
        AttemptState.DELIVERED, null, tries, possiblyRepeated, declined, at, handedOver, at, via);
  }

  Status ended(AttemptState end, @Nullable String why) {
    return new Status(end, why, tries, possiblyRepeated, declined, dueAt, sentAt, deliveredAt, via);
  }

  Status refused() {
    return new Status(
        state, reason, tries, possiblyRepeated, true, dueAt, sentAt, deliveredAt, via);
  }
}
