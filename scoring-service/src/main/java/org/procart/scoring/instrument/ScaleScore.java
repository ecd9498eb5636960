package org.procart.scoring.instrument;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One scale of one report: a value, or the reason why there is none, never both.
 *
 * @param grade only where the algorithm publishes grades; a raw answer has none
 * @param reference published table that the value was read from, {@code id|version}
 * @param explanation for staff: why there is no value, or how it was read
 */
public record ScaleScore(
    Scale scale,
    @Nullable BigDecimal value,
    @Nullable Integer grade,
    @Nullable MissingReason missing,
    Set<Flag> flags,
    @Nullable String reference,
    @Nullable String explanation) {

  /** What a reader must know about a value besides its size. */
  public enum Flag {
    /** 0 because another answer decides it and this item was not asked. */
    BRANCHED_AWAY,
    /** Answered above 0 although the first item is 0. */
    BRANCH_CONFLICT,
    /** Outside of what can be: counted as not measured. */
    IMPLAUSIBLE,
    /** Only sensible in another unit than the one that was sent, and read in that. */
    UNIT_ASSUMED
  }

  public ScaleScore {
    if ((value == null) == (missing == null)) {
      throw new IllegalArgumentException("A scale has a value or a reason: " + scale.id());
    }
    flags = Set.copyOf(flags);
  }

  public ScaleScore flagged(Flag flag) {
    Set<Flag> more =
        Stream.concat(flags.stream(), Stream.of(flag)).collect(Collectors.toUnmodifiableSet());
    return new ScaleScore(scale, value, grade, missing, more, reference, explanation);
  }

  public ScaleScore readFrom(@Nullable String table) {
    return new ScaleScore(scale, value, grade, missing, flags, table, explanation);
  }

  public ScaleScore explained(@Nullable String why) {
    return new ScaleScore(scale, value, grade, missing, flags, reference, why);
  }
}
