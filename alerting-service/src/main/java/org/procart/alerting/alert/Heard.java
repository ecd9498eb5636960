package org.procart.alerting.alert;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an episode has heard so far.
 *
 * @param rule that rang, in the version that rang last
 * @param shown all of it
 * @param wording of the worst clause
 * @param repeats rings without a sound, a count
 * @param day after infusion at the latest ring
 * @param careStatus of the patient at the latest ring
 * @param evidence newest last, at most the latest 50
 */
public record Heard(
    RuleReference rule,
    Picture shown,
    String wording,
    Integer repeats,
    @Nullable Integer day,
    String careStatus,
    List<Evidence> evidence) {

  private static final int EVIDENCE_KEPT = 50;

  static Heard first(Ring ring) {
    return new Heard(
        ring.rule(),
        ring.picture(),
        ring.wording(),
        0,
        ring.day(),
        ring.careStatus(),
        latest(ring.evidence().stream()));
  }

  Heard with(Ring ring, boolean repeat) {
    boolean calmer = shown.level().isWorseThan(ring.level());
    return new Heard(
        ring.rule(),
        shown.with(ring.picture()),
        calmer ? wording : ring.wording(),
        repeat ? repeats + 1 : repeats,
        ring.day(),
        ring.careStatus(),
        latest(Stream.concat(evidence.stream(), ring.evidence().stream())));
  }

  private static List<Evidence> latest(Stream<Evidence> evidence) {
    List<Evidence> all = evidence.toList();
    return all.subList(Math.max(all.size() - EVIDENCE_KEPT, 0), all.size());
  }
}
