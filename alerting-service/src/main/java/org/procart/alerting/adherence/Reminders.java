package org.procart.alerting.adherence;

import org.procart.alerting.patient.Patient;
import org.procart.schemas.event.EventId;

/** Asks for reminders; notification knows how people are reached. */
interface Reminders {

  /** The same reminder is sent once. */
  void send(Patient patient, Act.Remind reminder);

  static String id(PlannedReport report, Stage stage) {
    return EventId.of("reminder", Step.id(report, stage));
  }
}
