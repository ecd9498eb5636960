package org.procart.alerting.rule;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A clause rang.
 *
 * @param clauseId the clause
 * @param level its level
 * @param wording its wording for staff
 * @param scale the scale that rang; {@code report} for the report as a whole
 * @param value in the scale's points
 * @param grade where the scale has one
 * @param previous the same reporter's previous value
 * @param direction which way the scale is worse for this clause
 * @param step how much worse a value must be to count as worse; null: anything
 * @param listOnly true: it is put on the work-list and pages nobody
 */
public record Finding(
    String clauseId,
    Level level,
    String wording,
    String scale,
    @Nullable Double value,
    @Nullable Integer grade,
    @Nullable Double previous,
    Direction direction,
    @Nullable Double step,
    boolean listOnly) {

  /** Stands where a scale would, in findings about a report as a whole. */
  public static final String WHOLE_REPORT = "report";

  static Finding of(Clause clause, @Nullable ScaleFacts facts) {
    return facts == null
        ? new Finding(
            clause.id(),
            clause.level(),
            clause.wording(),
            WHOLE_REPORT,
            null,
            null,
            null,
            Direction.HIGHER_WORSE,
            null,
            clause.listOnly())
        : new Finding(
            clause.id(),
            clause.level(),
            clause.wording(),
            facts.scale(),
            facts.value(),
            facts.grade(),
            facts.compared().previous(),
            Objects.requireNonNullElse(clause.worse(), facts.direction()),
            clause.step(),
            clause.listOnly());
  }
}
