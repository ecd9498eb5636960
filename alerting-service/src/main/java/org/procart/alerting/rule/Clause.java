package org.procart.alerting.rule;

import java.util.List;
import java.util.Optional;

/**
 * One way in which a rule rings.
 *
 * @param id unique in its rule
 * @param level how urgent
 * @param scales which scales it looks at; empty for a rule about the report as a whole
 * @param when the condition as written
 * @param condition the condition, compiled
 * @param wording for staff
 */
public record Clause(
    String id,
    Level level,
    List<ScalePattern> scales,
    String when,
    Condition condition,
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
