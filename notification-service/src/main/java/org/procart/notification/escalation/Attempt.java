package org.procart.notification.escalation;

import java.time.Instant;

/** One message to one contact point of one recipient. */
public record Attempt(String id, Target target, Status status) {

  Attempt with(Status next) {
    return new Attempt(id, target, next);
  }

  AttemptState state() {
    return status.state();
  }

  boolean inStep(int round, int step) {
    return target.round() == round && target.step() == step;
  }

  /** Until when a delivery receipt may come before it counts as missing. */
  Instant receiptUntil(int receiptSeconds) {
    Instant sentAt = status.sentAt();
    return (sentAt == null ? target.queuedAt() : sentAt).plusSeconds(receiptSeconds);
  }

  /** Whether the person may still be reached by this one, so that others can wait. */
  boolean holds(Instant now, int receiptSeconds) {
    if (status.declined()) {
      return false;
    }
    return switch (state()) {
      case DELIVERED, SENDING -> true;
      case QUEUED -> sleeps() || due(now) || now.isBefore(receiptUntil(receiptSeconds));
      case SENT -> now.isBefore(receiptUntil(receiptSeconds));
      case FAILED, EXPIRED, SKIPPED -> false;
    };
  }

  private boolean due(Instant now) {
    return !status.dueAt().isAfter(now);
  }

  /** Waits by intention, for the person's hour or for others: the step waits as long as usual. */
  private boolean sleeps() {
    return Status.QUIET_PERSON.equals(status.reason()) || Status.BUNDLING.equals(status.reason());
  }
}
