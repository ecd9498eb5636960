package org.procart.alerting.rule;

import java.util.List;
import java.util.Optional;
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
    String wording) {

  public List<String> scaleNames() {
    return scales.stream().map(ScalePattern::text).toList();
  }

  Optional<Finding> findIn(Facts facts) {
    return looksAt(facts) && condition.holds(facts)
        ? Optional.of(Finding.of(this, facts.scale()))
        : Optional.empty();
  }

  private boolean looksAt(Facts facts) {
    ScaleFacts scale = facts.scale();
    return scale == null
        ? scales.isEmpty()
        : scales.stream().anyMatch(pattern -> pattern.names(scale.scale()));
  }
}
