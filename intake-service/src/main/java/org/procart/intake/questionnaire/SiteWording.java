package org.procart.intake.questionnaire;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.intake.licence.Overlay;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a site's licensed wording in the place of the terms that a released form has. */
final class SiteWording {

  private static final String TEXT_IS_TERM =
      "https://procart.org/fhir/StructureDefinition/text-is-term";
  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private SiteWording() {}

  /** Empty: the overlay has no wording in this language. */
  static Optional<String> of(String form, Overlay overlay, @Nullable String language) {
    return overlay
        .language(language)
        .map(
            spoken -> {
              ObjectNode root = (ObjectNode) EXACT.readTree(form);
              root.put("language", spoken);
              replace(root, overlay.wording().getOrDefault(spoken, Map.of()));
              return EXACT.writeValueAsString(root);
            });
  }

  private static void replace(JsonNode parent, Map<String, String> texts) {
    for (JsonNode item : parent.path("item")) {
      String text = texts.get(item.path("linkId").asString(""));
      if (text != null && item instanceof ObjectNode object) {
        object.put("text", text);
        unmark(object);
      }
      replace(item, texts);
    }
  }

  private static void unmark(ObjectNode item) {
    if (item.path("_text").path("extension") instanceof ArrayNode marks) {
      marks.removeIf(mark -> mark.path("url").asString("").equals(TEXT_IS_TERM));
      if (marks.isEmpty()) {
        item.remove("_text"); // FHIR has no empty arrays
      }
    }
  }
}
