package org.procart.notification.outgoing;

import org.jspecify.annotations.Nullable;

/**
 * The last word about a message.
 *
 * @param reason of a failure
 */
public record Outcome(State state, @Nullable String reason) {

  /** What became of it. */
  public enum State {
    /** A supplier took it. */
    SENT,
    /** Refused for ever, or nobody knows whether the supplier has it. */
    FAILED,
    /** Its time was over before anybody took it. */
    EXPIRED,
    /** Its owner did not want it any more. */
    WITHDRAWN
  }

  static Outcome of(State state) {
    return new Outcome(state, null);
  }

  static Outcome failed(String reason) {
    return new Outcome(State.FAILED, reason);
  }
}
