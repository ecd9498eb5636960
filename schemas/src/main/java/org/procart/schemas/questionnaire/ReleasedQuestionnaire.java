package org.procart.schemas.questionnaire;

/**
 * One version of one instrument, as the file says it.
 *
 * @param id logical id, the same in every version of an instrument
 * @param url canonical URL without version
 * @param version business version
 * @param status FHIR publication status; only {@code active} is released
 * @param json the whole FHIR R4 Questionnaire
 */
public record ReleasedQuestionnaire(
    String id, String url, String version, String status, String json) {

  public boolean released() {
    return status.equals("active");
  }

  @Override
  public String toString() {
    return url + "|" + version;
  }
}
