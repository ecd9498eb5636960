package org.procart.alerting.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.Level;

/**
 * Reports in which a rule rings under one of the two sets only, or at another level.
 *
 * @param added under the candidate only
 * @param removed under the set in force only
 * @param toRed under both, AMBER in force and RED under the candidate
 * @param toAmber under both, RED in force and AMBER under the candidate
 * @param addedFirst the first of those added
 * @param removedFirst the first of those removed
 */
public record Difference(
    List<OfRule> added,
    List<OfRule> removed,
    Integer toRed,
    Integer toAmber,
    List<Example> addedFirst,
    List<Example> removedFirst) {

  /**
   * One rule.
   *
   * @param reports in which it rings
   * @param sounding how many of them sound; the others repeat, or are listed only
   */
  public record OfRule(String ruleId, Integer reports, Integer sounding) {}

  /**
   * One report.
   *
   * @param siteId null: not known
   * @param clauseId of the worst clause that rings
   * @param sounds true when somebody would have been paged
   */
  public record Example(
      String patientId,
      @Nullable String siteId,
      @Nullable String receipt,
      Instant observedAt,
      String ruleId,
      String clauseId,
      Level level,
      Boolean sounds) {}
}
