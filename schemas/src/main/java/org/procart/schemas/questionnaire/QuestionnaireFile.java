package org.procart.schemas.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the catalogue needs to know of a questionnaire file, and says what it lacks. */
final class QuestionnaireFile {

  private final String name;

  private QuestionnaireFile(String name) {
    this.name = name;
  }

  /**
   * @param name as the person who put the file there knows it
   */
  static ReleasedQuestionnaire read(String name, String text) {
    return new QuestionnaireFile(name).read(text);
  }

  private ReleasedQuestionnaire read(String text) {
    JsonNode root = parse(text);
    if (!root.path("resourceType").asString("").equals("Questionnaire")) {
      throw new InstrumentFileException(
          name, "/resourceType is not Questionnaire: only FHIR R4 questionnaires belong here");
    }
    Map<String, String> codes = new TreeMap<>();
    collect(root, codes);
    return new ReleasedQuestionnaire(
        required(root, "id"),
        required(root, "url"),
        required(root, "version"),
        required(root, "status"),
        derivedFrom(root),
        codes,
        text);
  }

  private JsonNode parse(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      throw new InstrumentFileException(name, "is not JSON: " + e.getOriginalMessage());
    }
  }

  private String required(JsonNode root, String field) {
    String value = root.path(field).asString("");
    if (value.isBlank()) {
      throw new InstrumentFileException(name, "/" + field + " is missing");
    }
    return value;
  }

  private static List<String> derivedFrom(JsonNode root) {
    return root.path("derivedFrom")
        .valueStream()
        .map(canonical -> canonical.asString("").replaceFirst("\\|.*", ""))
        .toList();
  }

  private void collect(JsonNode parent, Map<String, String> codes) {
    for (JsonNode item : parent.path("item")) {
      String linkId = item.path("linkId").asString("");
      String code = item.path("code").path(0).path("code").asString(linkId);
      if (linkId.isEmpty()) {
        throw new InstrumentFileException(name, "an item has no linkId");
      }
      if (codes.put(linkId, code) != null) {
        throw new InstrumentFileException(name, "linkId %s is used twice".formatted(linkId));
      }
      collect(item, codes);
    }
  }
}
