package org.procart.alerting.adherence;

import java.util.List;

/** What was done for a patient lately. */
record Steps(List<Step> taken) {

  static final Steps NONE = new Steps(List.of());

  boolean have(PlannedReport report, Stage stage) {
    return taken.stream().anyMatch(step -> step.isOf(report, stage));
  }

  boolean skipped(PlannedReport report, Stage stage) {
    return taken.stream().anyMatch(step -> step.skips(report, stage));
  }
}
