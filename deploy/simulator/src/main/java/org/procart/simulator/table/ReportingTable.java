package org.procart.simulator.table;

import java.util.Map;

/** How people report. */
public record ReportingTable(
    Figure dailyPerWeek,
    Figure dailyPerWeekAfterYear,
    Figure weekly,
    Figure alike,
    Map<Integer, Figure> ownAtIcans,
    Figure carerInstead,
    Figure carerBeside,
    Figure hasCarer,
    Figure hasCuff,
    Figure hasOximeter,
    Figure fahrenheit,
    Figure mislabelled,
    Figure implausible,
    Figure skippedItem,
    Figure late,
    Timing lateHours,
    Figure duplicate,
    Figure duplicateNextDay) {

  private static final double WEEK = 7;
  private static final double MIDDLE_OF_HALF_YEAR = 91;
  private static final double YEAR = 365;

  /** Mean share of days with a daily report: a falling line, level after a year. */
  public double dailyShare(int day) {
    double along = (Math.min(day, YEAR) - MIDDLE_OF_HALF_YEAR) / (YEAR - MIDDLE_OF_HALF_YEAR);
    double perWeek =
        dailyPerWeek.value() + along * (dailyPerWeekAfterYear.value() - dailyPerWeek.value());
    return perWeek / WEEK;
  }

  /** Relative to a day without ICANS. */
  public double ownAtIcans(int grade) {
    Figure figure = ownAtIcans.get(grade);
    return figure == null ? 1 : figure.value();
  }
}
