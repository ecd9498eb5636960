package org.procart.alerting.adherence;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.procart.schemas.event.EventId;

/**
 * One report that is asked for once.
 *
 * @param id deterministic
 * @param form canonical URL of the questionnaire, without version
 */
record PlannedReport(String id, String form, Plan.Due due) {

  static PlannedReport of(String patientId, String form, Plan.Due due) {
    String id = EventId.of("planned-report", patientId, form, due.infusionDate(), due.dueOn());
    return new PlannedReport(id, form, due);
  }

  /**
   * A time that a change of the clocks leaves out is as much later; one that comes twice, first.
   */
  Instant at(LocalTime time, ZoneId zone) {
    return due.dueOn().atTime(time).atZone(zone).toInstant();
  }
}
