package org.procart.intake;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Reports as a national front end writes them. */
public final class TestReports {

  public static final String QUESTIONNAIRE =
      "https://www.medizininformatik-initiative.de/fhir/ext/modul-pro/Questionnaire/"
          + "mii-qst-pro-pro-ctcae-onkologisches-basisscreening";
  public static final String CODES =
      "https://www.medizininformatik-initiative.de/fhir/ext/modul-pro/CodeSystem/"
          + "mii-cs-pro-pro-ctcae";

  private TestReports() {}

  public static String report(String patientId, String... items) {
    return withStatus(patientId, "completed", items);
  }

  /** Without items: some mild nausea. */
  public static String withStatus(String patientId, String status, String... items) {
    String said = items.length == 0 ? mildNausea() : String.join(",", items);
    return """
    {"resourceType":"QuestionnaireResponse","status":"%s","questionnaire":"%s",
     "subject":{"reference":"Patient/%s"},"authored":"2026-11-18T09:30:00Z","item":[%s]}
    """
        .formatted(status, QUESTIONNAIRE, patientId, said);
  }

  public static String identified(String identifier, String report) {
    return report.replaceFirst(
        "\"status\"",
        "\"identifier\":{\"system\":\"urn:app\",\"value\":\"%s\"},\"status\""
            .formatted(identifier));
  }

  public static String item(String linkId, String code) {
    return """
    {"linkId":"%s","answer":[{"valueCoding":{"system":"%s","code":"%s"}}]}\
    """
        .formatted(linkId, CODES, code);
  }

  public static String group(String linkId, String... items) {
    return "{\"linkId\":\"%s\",\"item\":[%s]}"
        .formatted(linkId, Arrays.stream(items).collect(Collectors.joining(",")));
  }

  /** Very severe shortness of breath: on every site's safety list. */
  public static String breathless() {
    return item("proctcae-19a-sev", "proctcae-severity-4");
  }

  public static String mildNausea() {
    return group(
        "proctcae-09",
        item("proctcae-09a-frq", "proctcae-frequency-1"),
        item("proctcae-09b-sev", "proctcae-severity-1"));
  }
}
