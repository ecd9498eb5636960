package org.procart.scoring.instrument;

import java.util.Set;
import java.util.stream.Stream;

/** Why a scale has no value; the codes are part of the contract of pro.score.v1. */
public enum MissingReason {
  NOT_ANSWERED("not-answered"),
  ASKED_DECLINED("asked-declined"),
  NOT_APPLICABLE("not-applicable"),
  INCOMPLETE("incomplete"),
  OUT_OF_RANGE("out-of-range"),
  CANNOT_TELL("cannot-tell");

  private final String code;

  MissingReason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * Why a scale has no value whose parts lack theirs. A reason that holds for all parts is the
   * scale's; otherwise the scale is incomplete. What nobody can read comes first: it hides most.
   *
   * @param reasons of the parts that have no value, at least one
   * @param anyGiven some other part has a value
   */
  public static MissingReason ofParts(Set<MissingReason> reasons, boolean anyGiven) {
    return Stream.of(OUT_OF_RANGE, CANNOT_TELL)
        .filter(reasons::contains)
        .findFirst()
        .orElseGet(() -> !anyGiven && reasons.size() == 1 ? reasons.iterator().next() : INCOMPLETE);
  }
}
