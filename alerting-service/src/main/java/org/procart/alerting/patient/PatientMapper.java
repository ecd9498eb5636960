package org.procart.alerting.patient;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.procart.schemas.PatientChanged;
import org.procart.schemas.Therapy;

final class PatientMapper {

  private static final String NO_ZONE = "Z";

  private PatientMapper() {}

  static Patient patient(String patientId, PatientChanged event) {
    return new Patient(
        patientId,
        event.getRevision(),
        event.getSiteId(),
        event.getSynthetic(),
        zone(event.getZoneId()),
        event.getTherapy().stream().map(PatientMapper::therapy).toList(),
        event.getStatus(),
        care(event));
  }

  private static Patient.Care care(PatientChanged event) {
    return new Patient.Care(
        event.getLanguage(),
        event.getCarers().stream()
            .map(
                carer ->
                    new Patient.Carer(carer.getCarerId(), carer.getValidFrom(), carer.getValidTo()))
            .toList(),
        event.getCareConsent(),
        event.getSchedule(),
        event.getOccurredAt(),
        event.getOccurredAt());
  }

  private static Patient.Therapy therapy(Therapy therapy) {
    return new Patient.Therapy(
        therapy.getProduct(), therapy.getIndication(), therapy.getInfusionDate());
  }

  /** A zone that this JVM does not know must not cost the patient's record. */
  private static String zone(String name) {
    try {
      return ZoneId.of(name).getId();
    } catch (DateTimeException e) {
      return NO_ZONE;
    }
  }
}
