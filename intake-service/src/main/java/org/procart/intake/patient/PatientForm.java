package org.procart.intake.patient;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.procart.chassis.problem.Violation;
import org.procart.intake.site.Site;
import org.procart.intake.site.SiteStatus;
import org.procart.intake.snapshot.Snapshot;
import org.procart.intake.snapshot.SnapshotForm;
import org.procart.schemas.CarerEntry;
import org.procart.schemas.PatientChanged;
import org.procart.schemas.event.EventId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Enrolments in the store and on {@code pro.patient.v1}. */
class PatientForm implements SnapshotForm<Patient> {

  /** Field of the stored state. */
  static final String SITE = "siteId";

  private final JsonMapper json;

  PatientForm(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String topic() {
    return "pro.patient.v1";
  }

  @Override
  public String id(Patient patient) {
    return patient.patientId();
  }

  @Override
  public String write(Patient patient) {
    return json.writeValueAsString(PatientJson.write(patient));
  }

  @Override
  public Patient read(String text) {
    JsonNode stored = json.readTree(text);
    List<Violation> violations = new ArrayList<>();
    String patientId = stored.path("patientId").asString();
    return PatientJson.read(
            patientId,
            stored,
            PatientForm::asStored,
            (site, name) -> true,
            infusionDate -> true,
            violations)
        .orElseThrow(
            () -> new IllegalStateException("A stored enrolment is not good: " + violations));
  }

  /** The site was checked when the enrolment was stored; zone and language are in the enrolment. */
  private static Optional<Site> asStored(String siteId) {
    return Optional.of(
        new Site(
            siteId,
            "",
            ZoneId.of("UTC"),
            "",
            List.of("en"),
            "",
            "",
            Map.of(),
            List.of(),
            "",
            SiteStatus.SETUP));
  }

  @Override
  public SpecificRecord event(Snapshot<Patient> snapshot, Instant now) {
    Patient patient = snapshot.state();
    return PatientChanged.newBuilder()
        .setEventId(EventId.of("patient", patient.patientId(), snapshot.revision()))
        .setOccurredAt(now)
        .setPatientId(patient.patientId())
        .setSiteId(patient.siteId())
        .setCorrelationId(null)
        .setSynthetic(patient.synthetic())
        .setRevision(snapshot.revision())
        .setZoneId(patient.zone().getId())
        .setLanguage(patient.language())
        .setTherapy(patient.therapy().stream().map(PatientForm::therapy).toList())
        .setSchedule(patient.schedule())
        .setCarers(patient.carers().stream().map(PatientForm::carer).toList())
        .setCareConsent(patient.consent().care())
        .setResearch(patient.consent().research())
        .setObjections(patient.consent().objections())
        .setStatus(patient.status().name())
        .build();
  }

  private static org.procart.schemas.Therapy therapy(Therapy therapy) {
    return org.procart.schemas.Therapy.newBuilder()
        .setProduct(therapy.product())
        .setIndication(therapy.indication())
        .setInfusionDate(therapy.infusionDate())
        .build();
  }

  private static CarerEntry carer(Carer carer) {
    return CarerEntry.newBuilder()
        .setCarerId(carer.carerId())
        .setValidFrom(carer.validFrom())
        .setValidTo(carer.validTo())
        .build();
  }
}
