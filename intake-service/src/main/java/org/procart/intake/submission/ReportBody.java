package org.procart.intake.submission;

import org.procart.intake.answer.Faults;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Bytes as JSON, or nothing. */
final class ReportBody {

  /** Two values for one name would make it a matter of luck which one counts. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private ReportBody() {}

  /** A JSON object; anything else is a fault and a missing node. */
  static JsonNode parse(byte[] body, boolean mediaTypeGood, Faults faults) {
    if (!mediaTypeGood) {
      faults.add(
          "unsupported-media-type",
          "QuestionnaireResponse",
          "Send application/fhir+json in UTF-8, not compressed.");
      return MissingNode.getInstance();
    }
    try {
      JsonNode root = STRICT.readTree(body);
      if (root.isObject()) {
        return root;
      }
      faults.add("not-an-object", "QuestionnaireResponse", "Send one JSON object.");
    } catch (StreamConstraintsException e) {
      faults.add(
          "too-deep", "QuestionnaireResponse", "Send a report that is nested less than 500 deep.");
    } catch (JacksonException e) {
      faults.add(
          "not-json",
          "QuestionnaireResponse",
          "The body is not JSON: correct it at line %d, column %d."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
    return MissingNode.getInstance();
  }
}
