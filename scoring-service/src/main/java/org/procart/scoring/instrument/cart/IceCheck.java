package org.procart.scoring.instrument.cart;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.scoring.instrument.Direction;
import org.procart.scoring.instrument.MissingReason;
import org.procart.scoring.instrument.Scale;
import org.procart.scoring.instrument.ScaleScore;

/**
 * The ICE that a carer does, and the ICANS grade from ICE alone. Whether it could be done decides:
 * points beside "refused" are not points.
 *
 * @param grades points of a patient who is awake → grade
 */
record IceCheck(Map<Integer, Integer> grades) {

  private static final Scale TOTAL =
      new Scale("ice-total", BigDecimal.ZERO, BigDecimal.TEN, Direction.HIGHER_BETTER);
  private static final Scale ICANS = Scale.worseUpTo(4, "cart-icans-grade-from-ice");
  private static final int CANNOT_BE_WOKEN = 4;
  private static final Map<Integer, String> NOT_DONE =
      Map.of(
          1,
          "The patient refused the ICE.",
          2,
          "Nobody was there to do the ICE.",
          3,
          "The patient was asleep and woke when spoken to: the ICE was not done.",
          CANNOT_BE_WOKEN,
          "The patient could not be woken.");

  /**
   * @param possible whether the ICE could be done, coded as the definition says
   * @param components the eight parts
   */
  ScaleScore total(ScaleScore possible, Collection<ScaleScore> components) {
    String notDone = notDone(possible);
    if (notDone != null) {
      return TOTAL.missing(MissingReason.INCOMPLETE).explained(notDone);
    }
    Set<MissingReason> reasons =
        components.stream()
            .map(ScaleScore::missing)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return reasons.isEmpty()
        ? TOTAL.value(sum(components))
        : TOTAL.missing(MissingReason.ofParts(reasons, begun(possible, components)));
  }

  private static boolean begun(ScaleScore possible, Collection<ScaleScore> components) {
    return Stream.concat(Stream.of(possible), components.stream())
        .anyMatch(score -> score.value() != null);
  }

  ScaleScore icans(ScaleScore possible, ScaleScore total) {
    String notDone = notDone(possible);
    BigDecimal points = total.value();
    if (points != null) {
      return ICANS.grade(Objects.requireNonNull(grades.get(points.intValueExact())));
    }
    if (code(possible) == CANNOT_BE_WOKEN) {
      return ICANS.grade(CANNOT_BE_WOKEN).explained(notDone);
    }
    return ICANS
        .missing(notDone == null ? reason(total) : MissingReason.CANNOT_TELL)
        .explained(notDone);
  }

  private static BigDecimal sum(Collection<ScaleScore> components) {
    return components.stream()
        .map(ScaleScore::value)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static MissingReason reason(ScaleScore total) {
    return Objects.requireNonNull(total.missing());
  }

  private static @Nullable String notDone(ScaleScore possible) {
    return possible.missing() == MissingReason.CANNOT_TELL
        ? "It is not clear whether the ICE could be done."
        : NOT_DONE.get(code(possible));
  }

  private static int code(ScaleScore possible) {
    BigDecimal value = possible.value();
    return value == null ? 0 : value.intValueExact();
  }
}
