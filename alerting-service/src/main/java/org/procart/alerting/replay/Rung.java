package org.procart.alerting.replay;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Evidence;
import org.procart.alerting.alert.Ring;
import org.procart.alerting.rule.Level;

/**
 * A report in which a rule rings.
 *
 * @param clauses that rang, with their levels
 * @param sounds true when somebody would have been paged
 */
record Rung(
    Place place,
    @Nullable String patientId,
    @Nullable String siteId,
    @Nullable String receipt,
    Instant observedAt,
    Map<String, Level> clauses,
    boolean sounds) {

  /** What rings where. */
  record Place(String submissionId, String ruleId) {}

  static Rung of(Evidence evidence, Ring ring, boolean sounds) {
    return new Rung(
        new Place(evidence.submissionId(), ring.rule().ruleId()),
        ring.subject().patientId(),
        ring.subject().siteId(),
        evidence.receipt(),
        evidence.observedAt(),
        Map.of(evidence.clauseId(), evidence.level()),
        sounds);
  }

  /** The same report and rule, heard once more. */
  Rung with(Rung other) {
    Map<String, Level> all = new TreeMap<>(clauses);
    all.putAll(other.clauses);
    return new Rung(
        place, patientId, siteId, receipt, observedAt, Map.copyOf(all), sounds || other.sounds);
  }

  Level level() {
    return clauses.values().stream().reduce(Level.AMBER, Level::worst);
  }

  /** One of its worst; always the same. */
  String clauseId() {
    Level worst = level();
    return new TreeMap<>(clauses)
        .entrySet().stream()
            .filter(clause -> clause.getValue() == worst)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
  }
}
