package org.procart.scoring.instrument.cart;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.measurement.BodyTemperature;
import org.procart.scoring.instrument.AnswerValue;
import org.procart.scoring.instrument.Direction;
import org.procart.scoring.instrument.GivenAnswer;
import org.procart.scoring.instrument.MissingReason;
import org.procart.scoring.instrument.Report;
import org.procart.scoring.instrument.Scale;
import org.procart.scoring.instrument.ScaleScore;
import org.procart.scoring.instrument.ScaleScore.Flag;

/** The body temperature in degrees Celsius, and whether it is fever. */
record Thermometer(BigDecimal feverFrom) {

  private static final Scale TEMPERATURE =
      new Scale(
          "cart-temperature",
          BigDecimal.valueOf(30),
          BigDecimal.valueOf(43),
          Direction.HIGHER_WORSE);
  private static final Scale FEVER = Scale.worseUpTo(1, "cart-fever");

  ScaleScore temperature(Report report) {
    List<ScaleScore> distinct =
        report.to(HomeCheckItem.TEMPERATURE).stream()
            .map(GivenAnswer::value)
            .map(Thermometer::temperature)
            .distinct()
            .toList();
    return switch (distinct.size()) {
      case 0 -> TEMPERATURE.missing(MissingReason.NOT_ANSWERED);
      case 1 -> distinct.getFirst();
      default ->
          TEMPERATURE
              .missing(MissingReason.CANNOT_TELL)
              .explained("Answered more than once, and differently");
    };
  }

  ScaleScore fever(ScaleScore temperature) {
    BigDecimal celsius = temperature.value();
    MissingReason missing = temperature.missing();
    if (celsius != null) {
      return FEVER.grade(isFever(celsius) ? 1 : 0);
    }
    return FEVER
        .missing(missing == null ? MissingReason.CANNOT_TELL : missing)
        .explained(temperature.explanation());
  }

  private boolean isFever(BigDecimal celsius) {
    return celsius.compareTo(feverFrom) >= 0;
  }

  private static ScaleScore temperature(AnswerValue answer) {
    return switch (answer) {
      case AnswerValue.Measured(BigDecimal value, String unit) ->
          BodyTemperature.read(value, unit)
              .map(Thermometer::temperature)
              .orElseGet(() -> unreadable("Not a unit of temperature"));
      case AnswerValue.Withheld(MissingReason reason) -> TEMPERATURE.missing(reason);
      default -> unreadable(null);
    };
  }

  private static ScaleScore temperature(BodyTemperature read) {
    ScaleScore score =
        read.implausible()
            ? TEMPERATURE
                .missing(MissingReason.OUT_OF_RANGE)
                .flagged(Flag.IMPLAUSIBLE)
                .explained("Outside of 30 to 43 °C: counted as not measured")
            : TEMPERATURE.value(read.celsius());
    return read.unitAssumed()
        ? score
            .flagged(Flag.UNIT_ASSUMED)
            .explained(
                read.implausible()
                    ? score.explanation()
                    : "Sent as degrees Celsius, only sensible in degrees Fahrenheit, read so")
        : score;
  }

  private static ScaleScore unreadable(@Nullable String why) {
    return TEMPERATURE.missing(MissingReason.CANNOT_TELL).explained(why);
  }
}
