package org.procart.notification;

import java.time.Instant;
import org.procart.schemas.AlertChangeKind;
import org.procart.schemas.AlertChanged;
import org.procart.schemas.AlertLevel;
import org.procart.schemas.AlertState;
import org.procart.schemas.PatientChanged;
import org.procart.schemas.SiteChanged;
import org.procart.schemas.event.EventId;

/** Alerts as the alerting service tells them. */
final class TestAlerts {

  private TestAlerts() {}

  static AlertChanged.Builder red(String alertId, String siteId) {
    return AlertChanged.newBuilder()
        .setEventId(EventId.of("test", alertId, 1))
        .setOccurredAt(Instant.now())
        .setPatientId("patient-" + alertId)
        .setSiteId(siteId)
        .setCorrelationId("7K3M-9XPD-4T")
        .setSynthetic(false)
        .setRevision(1)
        .setAlertId(alertId)
        .setKind(AlertChangeKind.RAISED)
        .setState(AlertState.OPEN)
        .setLevel(AlertLevel.RED)
        .setSounding(1)
        .setSoundingAt(Instant.now())
        .setSoundingReason("RAISED")
        .setOpenedAt(Instant.now())
        .setWording("secret-wording vomiting grade 3")
        .setPageable(true);
  }

  static SiteChanged site(String siteId, String name, String zone) {
    return SiteChanged.newBuilder()
        .setEventId(EventId.of("test-site", siteId))
        .setOccurredAt(Instant.now())
        .setPatientId(null)
        .setSiteId(siteId)
        .setCorrelationId(null)
        .setSynthetic(false)
        .setRevision(1)
        .setName(name)
        .setZoneId(zone)
        .setStatus("LIVE")
        .build();
  }

  static PatientChanged patient(String patientId, String siteId) {
    return PatientChanged.newBuilder()
        .setEventId(EventId.of("test-patient", patientId))
        .setOccurredAt(Instant.now())
        .setPatientId(patientId)
        .setSiteId(siteId)
        .setCorrelationId(null)
        .setSynthetic(false)
        .setRevision(1)
        .build();
  }
}
