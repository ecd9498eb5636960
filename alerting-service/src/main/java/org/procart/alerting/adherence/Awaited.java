package org.procart.alerting.adherence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.procart.alerting.rule.Patience;
import org.procart.alerting.rule.RuleSet.Unheard;

/**
 * A planned report that is waited for.
 *
 * @param unheard the clause that says for how long
 * @param zone in which the patient lives
 */
record Awaited(PlannedReport report, Unheard unheard, ZoneId zone) {

  Instant expectedBy() {
    return report.at(patience().until(), zone);
  }

  /**
   * When a stage comes. A stage that was skipped is not waited for. After the platform could not be
   * reached, or the patient came under watch, everybody has some time before the next one hears.
   *
   * @param since when it could be reached without a gap and the patient was under watch
   * @param allowance how long each stage has after that
   */
  Instant at(Stage wanted, Steps steps, Instant since, Duration allowance) {
    Duration grace = shorter(allowance, patience().window());
    Instant at = Instant.MIN;
    Duration offset = Duration.ZERO;
    Duration before = Duration.ZERO;
    int stages = 0;
    boolean skipped = false;
    for (Stage stage : Stage.values()) {
      Duration after = stage.after(patience());
      offset = skipped ? offset : offset.plus(after).minus(before);
      stages = skipped ? stages : stages + 1;
      before = after;
      at = later(expectedBy().plus(offset), since.plus(grace.multipliedBy(stages)));
      if (stage == wanted) {
        break;
      }
      skipped = steps.skipped(report, stage);
    }
    return at;
  }

  private Patience patience() {
    return unheard.clause().ladder();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
