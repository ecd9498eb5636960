package org.procart.scoring.score;

import org.procart.schemas.Answer;
import org.procart.schemas.SubmissionReceived;
import org.procart.schemas.event.EventId;

/** Says later whether two scores were computed from the same answers; order does not matter. */
final class InputDigest {

  private InputDigest() {}

  static String of(SubmissionReceived report) {
    return EventId.of(
        "answers", report.getAnswers().stream().map(Answer::toString).sorted().toArray());
  }
}
