package org.procart.intake.licence;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.procart.chassis.problem.Violation;
import org.procart.intake.request.JsonFields;
import tools.jackson.databind.JsonNode;

/** The JSON of an overlay, as it is sent and stored. */
final class OverlayJson {

  private static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";

  private OverlayJson() {}

  /**
   * @param knows whether the questionnaire has a linkId
   */
  static Optional<Overlay> read(
      JsonNode body, Predicate<String> knows, List<Violation> violations) {
    JsonFields fields = JsonFields.of(body, violations);
    Overlay overlay =
        new Overlay(
            fields.text("licenceHolder"),
            fields.text("reference"),
            fields
                .required("validTo", "Send the last day, YYYY-MM-DD.", LocalDate::parse)
                .orElse(LocalDate.MIN),
            wording(fields, knows));
    fields.ignore("questionnaireId", "questionnaire", "title", "owner", "valid", "languages");
    fields.refuseUnread();
    return violations.isEmpty() ? Optional.of(overlay) : Optional.empty();
  }

  static Map<String, Object> write(Overlay overlay) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("licenceHolder", overlay.licenceHolder());
    json.put("reference", overlay.reference());
    json.put("validTo", overlay.validTo().toString());
    json.put("wording", new TreeMap<>(overlay.wording()));
    return json;
  }

  private static Map<String, Map<String, String>> wording(
      JsonFields fields, Predicate<String> knows) {
    Map<String, Map<String, String>> wording = new TreeMap<>();
    fields
        .object("wording")
        .ifPresent(
            languages ->
                languages
                    .remaining()
                    .forEach(
                        (language, texts) -> {
                          if (!language.matches(LANGUAGE)) {
                            texts.fault("", "not-understood", "Send a BCP 47 code.");
                          }
                          wording.put(language, texts(texts, knows));
                        }));
    return wording;
  }

  private static Map<String, String> texts(JsonFields fields, Predicate<String> knows) {
    Map<String, String> texts = new TreeMap<>(fields.remainingTexts());
    for (String linkId : texts.keySet()) {
      if (!knows.test(linkId)) {
        fields.fault(
            JsonFields.escaped(linkId), "unknown-link-id", "Use linkIds of the questionnaire.");
      }
    }
    return texts;
  }
}
