package org.procart.simulator.send;

import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.procart.local.command.CommandException;
import org.procart.local.process.Http;
import org.procart.simulator.cohort.Cohort;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.plan.Line;
import org.procart.simulator.plan.Plan;
import org.procart.simulator.report.ReportDocument;
import org.procart.simulator.report.Reporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The platform's HTTP interface, as sites and phones use it. */
public final class Intake {

  private static final String JSON = "application/json";
  private static final String FHIR = "application/fhir+json";

  private final Http http = new Http();
  private final String url;
  private final Tokens tokens;
  private final Plan plan;

  public Intake(String url, Tokens tokens, Plan plan) {
    this.url = url;
    this.tokens = tokens;
    this.plan = plan;
  }

  public Cohort.Site site(String siteId) throws IOException, CommandException {
    Http.Answer answer =
        http.get(url + "/sites/" + siteId, headers(tokens.siteAdmin(siteId, false), JSON));
    if (!answer.ok()) {
      throw new CommandException(
          CommandException.OTHER,
          "The platform has no site '" + siteId + "' (answer " + answer.status() + ").");
    }
    JsonNode site = JsonMapper.shared().readTree(answer.body());
    return new Cohort.Site(siteId, ZoneId.of(site.required("zoneId").asString()));
  }

  Http.Answer enrol(Patient patient, boolean newToken) throws IOException {
    ObjectNode body =
        JsonMapper.shared()
            .createObjectNode()
            .put("siteId", patient.siteId())
            .put("schedule", "cart-home")
            .put("status", "ACTIVE");
    body.putArray("therapy")
        .addObject()
        .put("product", patient.product().id())
        .put("indication", patient.product().indication())
        .put("infusionDate", patient.infusionDate().toString());
    if (patient.carerId() != null) {
      body.putArray("carers")
          .addObject()
          .put("carerId", patient.carerId())
          .put("validFrom", patient.infusionDate().toString());
    }
    String token = tokens.siteAdmin(patient.siteId(), newToken);
    return http.send(
        "PUT", url + "/patients/" + patient.id(), body.toString(), headers(token, JSON));
  }

  /** A patient's app names a report in a header, a carer's in the document. */
  Http.Answer send(Line.Report report, boolean newToken) throws IOException {
    boolean inHeader = report.by() == Reporter.PATIENT;
    String document =
        ReportDocument.of(
            plan.form(report.kind()),
            report.patient(),
            report.by(),
            inHeader ? null : report.id(),
            report.authored(),
            report.answers());
    String token = tokens.reporter(report.patient(), report.by(), newToken);
    Map<String, String> headers = new HashMap<>(headers(token, FHIR));
    if (inHeader) {
      headers.put("Idempotency-Key", report.id());
    }
    return http.send("POST", url + "/fhir/QuestionnaireResponse", document, headers);
  }

  private static Map<String, String> headers(String token, String type) {
    return Map.of("Authorization", "Bearer " + token, "Content-Type", type, "Accept", type);
  }
}
