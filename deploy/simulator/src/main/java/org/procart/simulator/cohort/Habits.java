package org.procart.simulator.cohort;

import java.time.LocalTime;

/**
 * How this patient's household reports.
 *
 * @param usualTime of the daily report
 * @param diligence relative to the mean patient
 * @param weeklyDiligence share of weekly surveys that are answered
 */
public record Habits(
    LocalTime usualTime,
    double diligence,
    double weeklyDiligence,
    boolean fahrenheit,
    boolean cuff,
    boolean oximeter) {}
