package org.procart.alerting.adherence;

import java.time.Instant;

/**
 * Something that was done because a report did not come.
 *
 * @param id of the planned report and the stage
 * @param at when
 */
public record Step(String id, Instant at) {

  private static final String SKIPPED = "/skipped";

  static Step taken(PlannedReport report, Stage stage, Instant at) {
    return new Step(id(report, stage), at);
  }

  /**
   * Nobody could be reached by the reminder of a stage, so that the next one need not wait. Named
   * by the reminder: its fate may be told before it is noted here that it was sent.
   */
  static Step skipped(String reminderId, Instant at) {
    return new Step(reminderId + SKIPPED, at);
  }

  static String id(PlannedReport report, Stage stage) {
    return report.id() + "/" + stage;
  }

  boolean isOf(PlannedReport report, Stage stage) {
    return id.equals(id(report, stage));
  }

  boolean skips(PlannedReport report, Stage stage) {
    return id.equals(Reminders.id(report, stage) + SKIPPED);
  }
}
