package org.procart.alerting.replay;

import java.util.List;
import org.procart.alerting.rule.Level;

/**
 * How much one rule would have rung.
 *
 * @param red alerts that came to RED
 * @param amber alerts that stayed AMBER
 * @param soundings times that somebody would have been paged anew
 * @param reports in which it rings
 * @param clauses that rang, most reports first
 */
public record RuleLoad(
    String ruleId,
    String title,
    Integer red,
    Integer amber,
    Integer soundings,
    Integer reports,
    List<ClauseLoad> clauses) {

  /**
   * One clause.
   *
   * @param level at which it rang
   * @param reports in which it rings
   */
  public record ClauseLoad(String clauseId, Level level, Integer reports) {}
}
