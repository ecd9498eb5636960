package org.procart.alerting.adherence;

import java.time.Instant;
import java.util.List;
import org.procart.alerting.history.ScoredReport;

/** Something to be done now because a report did not come. */
sealed interface Act {

  Awaited awaited();

  Stage stage();

  /**
   * Remind somebody.
   *
   * @param persons pseudonyms
   * @param expiresAt too late from then on
   */
  record Remind(Awaited awaited, Stage stage, List<String> persons, Instant expiresAt)
      implements Act {}

  /** There is nobody to remind. */
  record Skip(Awaited awaited, Stage stage) implements Act {}

  /**
   * Alert the nurse.
   *
   * @param inARow how many reports of this form have not come since the last one that did
   */
  record Alarm(Awaited awaited, int inARow) implements Act {
    @Override
    public Stage stage() {
      return Stage.NURSE;
    }
  }

  /** The report came after the nurse was alerted. */
  record Note(Awaited awaited, ScoredReport report) implements Act {
    @Override
    public Stage stage() {
      return Stage.CAME;
    }
  }
}
