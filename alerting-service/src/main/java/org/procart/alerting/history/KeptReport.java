package org.procart.alerting.history;

/**
 * A report that was kept and is to be followed through.
 *
 * @param report the report
 * @param place where it is kept; for the history only
 * @param around what is needed to judge it and whatever it touches
 */
public record KeptReport(ScoredReport report, String place, PatientSeries around) {}
