package org.procart.schemas.questionnaire;

import java.util.List;
import java.util.Map;

/**
 * One version of one instrument, as the file says it.
 *
 * @param id logical id, the same in every version of an instrument
 * @param url canonical URL without version
 * @param version business version
 * @param status FHIR publication status; only {@code active} is released
 * @param derivedFrom canonical URLs, without version, of the forms that this one is a part of: it
 *     is scored as they are
 * @param itemCodes linkId → the item's published code; the linkId itself where it has none
 * @param json the whole FHIR R4 Questionnaire
 */
public record ReleasedQuestionnaire(
    String id,
    String url,
    String version,
    String status,
    List<String> derivedFrom,
    Map<String, String> itemCodes,
    String json) {

  public ReleasedQuestionnaire {
    derivedFrom = List.copyOf(derivedFrom);
    itemCodes = Map.copyOf(itemCodes);
  }

  public boolean released() {
    return status.equals("active");
  }

  @Override
  public String toString() {
    return url + "|" + version;
  }
}
