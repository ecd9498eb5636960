package org.procart.intake.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.procart.chassis.problem.Violation;
import org.procart.intake.snapshot.Snapshot;
import org.procart.intake.snapshot.SnapshotForm;
import org.procart.schemas.SiteChanged;
import org.procart.schemas.event.EventId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sites in the store and on {@code pro.site.v1}. */
class SiteForm implements SnapshotForm<Site> {

  private final JsonMapper json;

  SiteForm(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String topic() {
    return "pro.site.v1";
  }

  @Override
  public String id(Site site) {
    return site.siteId();
  }

  @Override
  public String write(Site site) {
    return json.writeValueAsString(SiteJson.write(site));
  }

  @Override
  public Site read(String text) {
    JsonNode stored = json.readTree(text);
    List<Violation> violations = new ArrayList<>();
    String siteId = Objects.requireNonNull(stored.path("siteId").asString());
    return SiteJson.read(siteId, stored, violations)
        .orElseThrow(() -> new IllegalStateException("A stored site is not good: " + violations));
  }

  @Override
  public SpecificRecord event(Snapshot<Site> snapshot, Instant now) {
    Site site = snapshot.state();
    return SiteChanged.newBuilder()
        .setEventId(EventId.of("site", site.siteId(), snapshot.revision()))
        .setOccurredAt(now)
        .setPatientId(null)
        .setSiteId(site.siteId())
        .setCorrelationId(null)
        .setSynthetic(false)
        .setRevision(snapshot.revision())
        .setName(site.name())
        .setZoneId(site.zone().getId())
        .setCountry(site.country())
        .setLanguages(site.languages())
        .setEmergencyNumber(site.emergencyNumber())
        .setAdvicePhone(site.advicePhone())
        .setStaffedHours(site.staffedHours().stream().map(SiteForm::hours).toList())
        .setPatientRecordUrl(site.patientRecordUrl())
        .setStatus(site.status().name())
        .build();
  }

  private static org.procart.schemas.StaffedHours hours(StaffedHours hours) {
    return org.procart.schemas.StaffedHours.newBuilder()
        .setDayOfWeek(hours.dayOfWeek().name())
        .setFrom(hours.fromText())
        .setTo(hours.toText())
        .build();
  }
}
