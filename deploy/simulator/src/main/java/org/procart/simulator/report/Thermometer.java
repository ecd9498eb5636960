package org.procart.simulator.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.procart.simulator.chance.Chance;
import org.procart.simulator.table.ReportingTable;

/** A household's thermometer and what goes wrong between it and the app. */
final class Thermometer {

  static final String CELSIUS = "Cel";
  static final String FAHRENHEIT = "[degF]";

  private static final BigDecimal NINE_FIFTHS = new BigDecimal("1.8");
  private static final BigDecimal FREEZING = new BigDecimal(32);

  private final ReportingTable reporting;

  Thermometer(ReportingTable reporting) {
    this.reporting = reporting;
  }

  /** How the report differs from what was measured. */
  enum Slip {
    NONE,
    MISLABELLED,
    IMPLAUSIBLE
  }

  record Reading(Answer.Measure answer, Slip slip) {}

  Reading read(BigDecimal celsius, boolean fahrenheit, Chance chance) {
    boolean mislabelled = chance.happens(reporting.mislabelled().value());
    if (chance.happens(reporting.implausible().value())) {
      // It lay on the table, or a digit was lost or doubled.
      BigDecimal nonsense =
          BigDecimal.valueOf(chance.happens(0.5) ? chance.whole(180, 290) : 445, 1);
      return new Reading(new Answer.Measure(nonsense, CELSIUS), Slip.IMPLAUSIBLE);
    }
    if (!fahrenheit) {
      return new Reading(new Answer.Measure(celsius, CELSIUS), Slip.NONE);
    }
    BigDecimal shown =
        celsius.multiply(NINE_FIFTHS).add(FREEZING).setScale(1, RoundingMode.HALF_UP);
    return mislabelled
        ? new Reading(new Answer.Measure(shown, CELSIUS), Slip.MISLABELLED)
        : new Reading(new Answer.Measure(shown, FAHRENHEIT), Slip.NONE);
  }
}
