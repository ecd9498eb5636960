package org.procart.alerting.rule;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a rule rings.
 *
 * @param id unique in its rule
 * @param level how urgent
 * @param scales which scales it looks at; empty for a rule about the report as a whole
 * @param when the condition as written
 * @param condition the condition, compiled
 * @param worse which way the value is worse for this clause; null: as the scale says
 * @param step how much worse a value must be to sound again; null: anything
 * @param listOnly true: it is put on the work-list and pages nobody
 * @param patience when who hears of a report that did not come; null for other subjects
 * @param wording for staff
 */
public record Clause(
    String id,
    Level level,
    List<ScalePattern> scales,
    String when,
    Condition condition,
    @Nullable Direction worse,
    @Nullable Double step,
    boolean listOnly,
    @Nullable Patience patience,
    String wording) {

  public List<String> scaleNames() {
    return scales.stream().map(ScalePattern::text).toList();
  }

  /** When who hears of a report that did not come. */
  public Patience ladder() {
    return Objects.requireNonNull(patience, "only clauses about silence have one");
  }

  boolean holdsFor(Facts facts) {
    return looksAt(facts) && condition.holds(facts);
  }

  /** Asked for every scale of every report: a stream would take longer than the answer. */
  boolean looksAt(String scale) {
    for (ScalePattern pattern : scales) {
      if (pattern.names(scale)) {
        return true;
      }
    }
    return false;
  }

  private boolean looksAt(Facts facts) {
    ScaleFacts scale = facts.scale();
    if (scale != null) {
      return looksAt(scale.scale());
    }
    return scales.isEmpty() && (patience == null || patience.asks(facts.instrument()));
  }
}
