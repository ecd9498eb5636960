package org.procart.notification.escalation;

import java.time.Duration;
import java.util.Objects;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.ReceiptListener.Receipt;

/**
 * What channels and suppliers say about an attempt; late, doubled and crossed words are harmless.
 */
final class Outcomes {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private Outcomes() {}

  /**
   * What the hand-over came to.
   *
   * @param alerts number of alerts that the message was about
   */
  static void handedOver(Turn turn, Attempt attempt, Delivery delivery, int alerts) {
    switch (delivery) {
      case Delivery.Sent(String _, String via) -> {
        var _ = sent(turn, attempt, attempt.status().trace().sent(turn.now, via, alerts));
      }
      case Delivery.RetryLater later -> retry(turn, attempt, later);
      case Delivery.Rejected(String reason) -> failed(turn, attempt, reason);
      case Delivery.Unclear(String reason) -> unknown(turn, attempt, reason);
    }
  }

  /** What the supplier said later; "delivered" is the last word. */
  static void receipt(Turn turn, Attempt attempt, Receipt receipt) {
    if (attempt.state() == AttemptState.DELIVERED) {
      return;
    }
    // A receipt says that it was sent, whether our own note of that is there yet or not.
    Attempt sent = sent(turn, attempt, attempt.status().trace().sent(turn.now, null, 1));
    if (receipt.delivered()) {
      Attempt delivered = sent.with(sent.status().delivered(turn.now));
      turn.replace(delivered);
      turn.tell(Change.Kind.DELIVERED, delivered, null);
    } else {
      fail(turn, sent, receipt.reason());
    }
  }

  /**
   * Nobody knows whether the supplier got it. Once more, flagged: a page twice is better than none;
   * a third time would only be noise.
   */
  static void unknown(Turn turn, Attempt attempt, String reason) {
    if (attempt.state() != AttemptState.SENDING) {
      return;
    }
    turn.tell(Change.Kind.OUTCOME_UNKNOWN, attempt, reason);
    if (!turn.paging()) {
      turn.replace(attempt.with(attempt.status().ended(AttemptState.SENT, reason, turn.now)));
    } else if (attempt.status().possiblyRepeated()) {
      fail(turn, attempt, reason);
    } else {
      turn.replace(attempt.with(attempt.status().again(reason, turn.now, true)));
    }
  }

  /** Claimed, but not wanted any more when its turn came. */
  static void withdrawn(Turn turn, Attempt attempt) {
    if (attempt.state() == AttemptState.SENDING) {
      turn.skip(attempt, turn.paging() ? "DECLINED" : turn.phase.name());
    }
  }

  private static Attempt sent(Turn turn, Attempt attempt, Trace how) {
    if (!attempt.state().open()) {
      return attempt;
    }
    Attempt sent = attempt.with(attempt.status().sent(how, turn.now));
    turn.replace(sent);
    turn.tell(Change.Kind.SENT, sent, turn.paging() ? null : "CROSSED");
    return sent;
  }

  private static void retry(Turn turn, Attempt attempt, Delivery.RetryLater later) {
    if (attempt.state() != AttemptState.SENDING) {
      return;
    }
    if (!turn.paging()) {
      turn.skip(attempt, turn.phase.name());
      return;
    }
    String reason = later.reason();
    Duration pause = Objects.requireNonNullElseGet(later.pause(), () -> pause(attempt));
    Attempt waiting = attempt.with(attempt.status().again(reason, turn.now.plus(pause), false));
    turn.replace(waiting);
    if (!reason.equals(attempt.status().reason())) {
      turn.tell(Change.Kind.QUEUED, waiting, reason);
    }
  }

  private static void failed(Turn turn, Attempt attempt, String reason) {
    if (attempt.state().open()) {
      fail(turn, attempt, reason);
    }
  }

  private static void fail(Turn turn, Attempt attempt, String reason) {
    if (attempt.state() == AttemptState.FAILED) {
      return;
    }
    Attempt failed = attempt.with(attempt.status().ended(AttemptState.FAILED, reason, turn.now));
    turn.replace(failed);
    turn.tell(Change.Kind.FAILED, failed, reason);
  }

  private static Duration pause(Attempt attempt) {
    long seconds = 1L << Math.min(attempt.status().tries(), 5);
    Duration pause = Duration.ofSeconds(seconds);
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
