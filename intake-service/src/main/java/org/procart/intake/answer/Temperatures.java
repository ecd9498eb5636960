package org.procart.intake.answer;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.procart.intake.answer.Answer.Flag;
import org.procart.schemas.measurement.BodyTemperature;

/** Answers that are body temperatures: kept as sent, and marked where they cannot be taken so. */
final class Temperatures {

  private Temperatures() {}

  static Optional<BodyTemperature> of(AnswerValue value) {
    return value instanceof AnswerValue.Quantity quantity
        ? BodyTemperature.read(quantity.number(), quantity.unit())
        : Optional.empty();
  }

  static Set<Flag> flags(AnswerValue value) {
    Set<Flag> flags = new LinkedHashSet<>();
    of(value)
        .ifPresent(
            temperature -> {
              if (temperature.unitAssumed()) {
                flags.add(Flag.UNIT_ASSUMED);
              }
              if (temperature.implausible()) {
                flags.add(Flag.IMPLAUSIBLE);
              }
            });
    return flags;
  }
}
