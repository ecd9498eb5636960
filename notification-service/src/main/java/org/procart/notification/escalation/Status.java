package org.procart.notification.escalation;

import java.time.Instant;
import java.util.Objects;
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
    Trace trace) {

  /** Older records have none. */
  public Status {
    trace = Objects.requireNonNullElse(trace, Trace.NONE);
  }

  /** The person wished not to be called for an AMBER at this hour. */
  static final String QUIET_PERSON = "QUIET_PERSON";

  /** An AMBER goes together with others to the same contact point. */
  static final String BUNDLING = "BUNDLING";

  /** Not before the person wishes to be called. */
  static Status quiet(Instant until) {
    return new Status(AttemptState.QUEUED, QUIET_PERSON, 0, false, false, until, Trace.NONE);
  }

  /** By another supplier, because nobody knows whether the first one's came. */
  static Status repeating(Instant now) {
    return new Status(AttemptState.QUEUED, null, 0, true, false, now, Trace.NONE);
  }

  static Status queued(Instant now) {
    return new Status(AttemptState.QUEUED, null, 0, false, false, now, Trace.NONE);
  }

  public @Nullable Instant sentAt() {
    return trace.sentAt();
  }

  Status claimed(Instant leaseUntil) {
    return new Status(
        AttemptState.SENDING, reason, tries + 1, possiblyRepeated, declined, leaseUntil, trace);
  }

  Status again(String why, Instant at, boolean mayBeRepeated) {
    boolean repeated = possiblyRepeated || mayBeRepeated;
    return new Status(AttemptState.QUEUED, why, tries, repeated, declined, at, trace);
  }

  Status sent(Trace how, Instant at) {
    return new Status(AttemptState.SENT, null, tries, possiblyRepeated, declined, at, how);
  }

  Status delivered(Instant at) {
    return new Status(
        AttemptState.DELIVERED, null, tries, possiblyRepeated, declined, at, trace.delivered(at));
  }

  Status ended(AttemptState end, @Nullable String why, Instant at) {
    return new Status(end, why, tries, possiblyRepeated, declined, dueAt, trace.ended(at));
  }

  Status refused() {
    return new Status(state, reason, tries, possiblyRepeated, true, dueAt, trace);
  }
}
