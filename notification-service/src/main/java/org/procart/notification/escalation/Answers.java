package org.procart.notification.escalation;

/** What people and the alert do to an escalation. */
final class Answers {

  private Answers() {}

  /** The first stops the paging; all are kept, also those of a sounding that is over. */
  static void acknowledge(Turn turn, Acknowledgement acknowledgement) {
    boolean known =
        turn.acknowledgements.stream()
            .anyMatch(earlier -> earlier.causeId().equals(acknowledgement.causeId()));
    if (known) {
      return;
    }
    turn.acknowledgements.add(acknowledgement);
    turn.tell(acknowledgement);
    stopPaging(turn);
  }

  /** The alert was acknowledged elsewhere, for example on the work-list. */
  static void acknowledgedElsewhere(Turn turn) {
    if (turn.paging()) {
      stopPaging(turn);
      turn.tell(Change.Kind.ENDED, "ACKNOWLEDGED_ELSEWHERE");
    }
  }

  /** The person says no: as if the page had not reached that person in this round. */
  static void decline(Turn turn, String recipientId) {
    int round = turn.progress.round();
    for (Attempt attempt : turn.attempts(each -> theirs(each, recipientId, round))) {
      Attempt declined = attempt.with(attempt.status().refused());
      turn.replace(declined);
      if (attempt.state() == AttemptState.QUEUED) {
        turn.skip(declined, "DECLINED");
      }
    }
  }

  /** The alert is closed, or a newer sounding has taken over. */
  static void end(Turn turn, String reason) {
    if (turn.phase == Phase.ENDED && reason.equals(turn.endReason)) {
      return;
    }
    turn.phase = Phase.ENDED;
    turn.endReason = reason;
    turn.stopQueued(reason);
    turn.tell(Change.Kind.ENDED, reason);
  }

  private static void stopPaging(Turn turn) {
    if (turn.paging()) {
      turn.phase = Phase.ACKNOWLEDGED;
      turn.stopQueued("ACKNOWLEDGED");
    }
  }

  private static boolean theirs(Attempt attempt, String recipientId, int round) {
    return attempt.target().round() == round && attempt.target().recipientId().equals(recipientId);
  }
}
