package org.procart.intake.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What every FHIR element may carry, whatever it is. */
final class FhirElement {

  private static final String DATA_ABSENT_REASON =
      "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

  /** http://terminology.hl7.org/CodeSystem/data-absent-reason. */
  private static final Set<String> REASONS =
      Set.of(
          "unknown",
          "asked-unknown",
          "temp-unknown",
          "not-asked",
          "asked-declined",
          "masked",
          "not-applicable",
          "unsupported",
          "as-text",
          "error",
          "not-a-number",
          "negative-infinity",
          "positive-infinity",
          "not-performed",
          "not-permitted");

  private FhirElement() {}

  /** Why there is no value; empty when no place says so. */
  static Optional<String> absentReason(JsonNode... places) {
    return List.of(places).stream()
        .flatMap(place -> place.path("extension").valueStream())
        .filter(extension -> DATA_ABSENT_REASON.equals(extension.path("url").asString("")))
        .map(extension -> extension.path("valueCode").asString(""))
        .findFirst();
  }

  static boolean knownReason(String reason) {
    return REASONS.contains(reason);
  }

  /** A modifier extension may turn the meaning round; what we do not know must not be read. */
  static boolean modified(JsonNode element) {
    return !element.path("modifierExtension").isEmpty();
  }
}
