package org.procart.scoring.instrument.cart;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
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

  private static final Scale TOTAL = points("ice-total");
  private static final Scale AT_MOST = points("ice-at-most");
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
   */
  ScaleScore total(ScaleScore possible, IceComponents components) {
    String notDone = notDone(possible);
    if (notDone != null) {
      return TOTAL.missing(MissingReason.INCOMPLETE).explained(notDone);
    }
    boolean begun = possible.value() != null || components.anyGiven();
    return components.missing().isEmpty()
        ? TOTAL.value(components.points())
        : TOTAL.missing(MissingReason.ofParts(components.missing(), begun));
  }

  /** What a half-done ICE can be at best, so that a low one is seen before it is complete. */
  ScaleScore atMost(ScaleScore possible, IceComponents components) {
    String notDone = notDone(possible);
    if (notDone != null) {
      return AT_MOST.missing(MissingReason.CANNOT_TELL).explained(notDone);
    }
    if (!components.anyGiven()) {
      return AT_MOST.missing(MissingReason.ofParts(components.missing(), false));
    }
    ScaleScore score = AT_MOST.value(components.points().add(components.open()));
    return components.missing().isEmpty()
        ? score
        : score.explained(
            "With all %s points of what was not answered"
                .formatted(components.open().toPlainString()));
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

  private static Scale points(String id) {
    return new Scale(id, BigDecimal.ZERO, IceComponents.MOST, Direction.HIGHER_BETTER);
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
