package org.procart.intake.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The JSON of a plan, as it is stored. A report is one line, since there may be thousands. */
final class PlannedJson {

  private PlannedJson() {}

  static Map<String, Object> write(Planned plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("patientId", plan.patientId());
    json.put("siteId", plan.siteId());
    json.put("synthetic", plan.synthetic());
    json.put("zoneId", plan.zone().getId());
    json.put("protocol", plan.protocol());
    json.put("protocolVersion", plan.protocolVersion());
    json.put("forms", plan.forms().stream().map(PlannedJson::write).toList());
    return json;
  }

  static Planned read(JsonNode json) {
    return new Planned(
        json.path("patientId").asString(),
        json.path("siteId").asString(),
        json.path("synthetic").asBoolean(),
        ZoneId.of(json.path("zoneId").asString()),
        json.path("protocol").asString(),
        json.path("protocolVersion").asString(),
        json.path("forms").valueStream().map(PlannedJson::form).toList());
  }

  private static Map<String, Object> write(PlannedForm form) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("questionnaire", form.questionnaire());
    json.put("title", form.title());
    json.put("due", form.due().stream().map(PlannedJson::line).toList());
    return json;
  }

  private static PlannedForm form(JsonNode json) {
    return new PlannedForm(
        json.path("questionnaire").asString(),
        json.path("title").asString(),
        json.path("due").valueStream().map(line -> report(line.asString())).toList());
  }

  private static String line(PlannedReport report) {
    return report.infusionDate()
        + " "
        + report.day()
        + " "
        + report.opensAt()
        + " "
        + report.closesAt();
  }

  private static PlannedReport report(String line) {
    List<String> parts = List.of(line.split(" ", -1));
    return new PlannedReport(
        LocalDate.parse(parts.get(0)),
        Integer.parseInt(parts.get(1)),
        Instant.parse(parts.get(2)),
        Instant.parse(parts.get(3)));
  }
}
