package org.procart.scoring.instrument;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One scale of one report: a value, or the reason why there is none, never both.
 *
 * @param grade only where the algorithm publishes grades; a raw answer has none
 */
public record ScaleScore(
    Scale scale,
    @Nullable Double value,
    @Nullable Integer grade,
    @Nullable MissingReason missing,
    Set<Flag> flags) {

  /** What a reader must know about a value besides its size. */
  public enum Flag {
    /** 0 because the first item of the term is 0 and this one was not asked. */
    BRANCHED_AWAY,
    /** Answered above 0 although the first item is 0. */
    BRANCH_CONFLICT
  }

  public ScaleScore {
    if ((value == null) == (missing == null)) {
      throw new IllegalArgumentException("A scale has a value or a reason: " + scale.id());
    }
    flags = Set.copyOf(flags);
  }

  public ScaleScore flagged(Flag flag) {
    return new ScaleScore(scale, value, grade, missing, Set.of(flag));
  }
}
