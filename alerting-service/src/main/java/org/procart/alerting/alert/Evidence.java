package org.procart.alerting.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.Direction;
import org.procart.alerting.rule.Level;

/**
 * A scale that rang.
 *
 * @param scoreId event id of the scores; made from the record's place where nothing could be scored
 * @param submissionId event id of the report
 * @param receipt of the report
 * @param scale that rang
 * @param value in the scale's points
 * @param grade where the scale has one
 * @param previous the same reporter's previous value
 * @param direction which way the scale is worse
 * @param step how much worse a value must be to count as worse; null: anything
 * @param clauseId clause of the rule
 * @param level of the clause
 * @param wording of the clause, for staff
 * @param reporter who reported it
 * @param observedAt when it was observed
 * @param receivedAt when it was received
 * @param longAgo true when it was observed too long before receipt to page anybody
 * @param listOnly true when its clause puts it on the work-list only; null in earlier releases: no
 */
public record Evidence(
    String scoreId,
    String submissionId,
    @Nullable String receipt,
    String scale,
    @Nullable Double value,
    @Nullable Integer grade,
    @Nullable Double previous,
    Direction direction,
    @Nullable Double step,
    String clauseId,
    Level level,
    String wording,
    String reporter,
    Instant observedAt,
    Instant receivedAt,
    Boolean longAgo,
    @Nullable Boolean listOnly) {

  /** May page somebody. */
  boolean pages() {
    return !longAgo && !listedOnly();
  }

  boolean listedOnly() {
    return Boolean.TRUE.equals(listOnly);
  }

  @Override
  public String toString() {
    return "Evidence[" + scoreId + "]";
  }
}
