package org.procart.intake.schedule;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.procart.intake.snapshot.Snapshot;
import org.procart.intake.snapshot.SnapshotForm;
import org.procart.schemas.DueReport;
import org.procart.schemas.ScheduleChanged;
import org.procart.schemas.event.EventId;
import tools.jackson.databind.json.JsonMapper;

/** Plans in the store and on {@code pro.schedule.v1}. */
class ScheduleForm implements SnapshotForm<Planned> {

  private final JsonMapper json;

  ScheduleForm(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String topic() {
    return "pro.schedule.v1";
  }

  @Override
  public String id(Planned plan) {
    return plan.patientId();
  }

  @Override
  public String write(Planned plan) {
    return json.writeValueAsString(PlannedJson.write(plan));
  }

  @Override
  public Planned read(String text) {
    return PlannedJson.read(json.readTree(text));
  }

  @Override
  public SpecificRecord event(Snapshot<Planned> snapshot, Instant now) {
    Planned plan = snapshot.state();
    return ScheduleChanged.newBuilder()
        .setEventId(EventId.of("schedule", plan.patientId(), snapshot.revision()))
        .setOccurredAt(now)
        .setPatientId(plan.patientId())
        .setSiteId(plan.siteId())
        .setCorrelationId(null)
        .setSynthetic(plan.synthetic())
        .setRevision(snapshot.revision())
        .setZoneId(plan.zone().getId())
        .setProtocol(plan.protocol())
        .setProtocolVersion(plan.protocolVersion())
        .setForms(plan.forms().stream().map(ScheduleForm::form).toList())
        .build();
  }

  private static org.procart.schemas.PlannedForm form(PlannedForm form) {
    return org.procart.schemas.PlannedForm.newBuilder()
        .setQuestionnaire(form.questionnaire())
        .setTitle(form.title())
        .setDue(form.due().stream().map(ScheduleForm::report).toList())
        .build();
  }

  private static DueReport report(PlannedReport report) {
    return DueReport.newBuilder()
        .setDueOn(report.dueOn())
        .setInfusionDate(report.infusionDate())
        .setDay(report.day())
        .setOpensAt(report.opensAt())
        .setClosesAt(report.closesAt())
        .build();
  }
}
