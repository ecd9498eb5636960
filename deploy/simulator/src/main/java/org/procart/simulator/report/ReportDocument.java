package org.procart.simulator.report;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.procart.simulator.cohort.Patient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A FHIR QuestionnaireResponse. */
public final class ReportDocument {

  private static final String IDENTIFIER_SYSTEM = "https://procart.org/simulation/report";

  private ReportDocument() {}

  /**
   * @param identifier null: the sender names the report in a header
   */
  public static String of(
      Form form,
      Patient patient,
      Reporter by,
      @Nullable String identifier,
      OffsetDateTime authored,
      Map<String, Answer> answers) {
    ObjectNode document =
        JsonMapper.shared().createObjectNode().put("resourceType", "QuestionnaireResponse");
    if (identifier != null) {
      document.putObject("identifier").put("system", IDENTIFIER_SYSTEM).put("value", identifier);
    }
    document.put("questionnaire", form.canonical()).put("status", "completed");
    document.putObject("subject").put("reference", "Patient/" + patient.id());
    document.put("authored", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(authored));
    String source =
        by == Reporter.CARER && patient.carerId() != null
            ? "RelatedPerson/" + patient.carerId()
            : "Patient/" + patient.id();
    document.putObject("source").put("reference", source);
    document.set("item", form.items(answers));
    return document.toString();
  }
}
