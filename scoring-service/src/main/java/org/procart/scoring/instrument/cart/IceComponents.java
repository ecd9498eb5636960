package org.procart.scoring.instrument.cart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.procart.scoring.instrument.MissingReason;
import org.procart.scoring.instrument.Scale;
import org.procart.scoring.instrument.ScaleScore;

/** The eight parts of one ICE; the scale of each has a maximum. */
record IceComponents(List<ScaleScore> scores) {

  static final BigDecimal MOST = BigDecimal.TEN;

  boolean anyGiven() {
    return scores.stream().anyMatch(score -> score.value() != null);
  }

  Set<MissingReason> missing() {
    return scores.stream()
        .map(ScaleScore::missing)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  BigDecimal points() {
    return scores.stream()
        .map(ScaleScore::value)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The most that the parts without a value could have brought. */
  BigDecimal open() {
    return most(
        scores.stream().filter(score -> score.value() == null).map(ScaleScore::scale).toList());
  }

  /** Parts without a maximum bring nothing here. */
  static BigDecimal most(List<Scale> parts) {
    return parts.stream()
        .map(Scale::maximum)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
