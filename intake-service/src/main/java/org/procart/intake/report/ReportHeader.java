package org.procart.intake.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.procart.intake.answer.Faults;
import tools.jackson.databind.JsonNode;

/**
 * What a QuestionnaireResponse says about itself.
 *
 * @param status null: none that FHIR knows
 * @param questionnaire canonical as sent; null: none
 * @param authored as sent; null: none
 * @param subject id of the patient; null: none
 * @param source who answered; null: none said
 * @param identifier system and value in one; null: none
 * @param understood false when an element that changes the meaning is not understood
 */
public record ReportHeader(
    @Nullable ReportStatus status,
    @Nullable String questionnaire,
    @Nullable String authored,
    @Nullable String subject,
    @Nullable Reference source,
    @Nullable String identifier,
    boolean understood) {

  public static final ReportHeader NONE =
      new ReportHeader(null, null, null, null, null, null, false);

  private static final Pattern REFERENCE =
      Pattern.compile("(?:.*/)?([A-Za-z]+)/([A-Za-z0-9][A-Za-z0-9._-]{0,63})(?:/_history/[^/]+)?");
  private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Type and id of a FHIR reference. */
  public record Reference(String type, String id) {}

  public static ReportHeader read(JsonNode root, Faults faults) {
    boolean understood = understood(root, faults);
    String questionnaire = text(root.path("questionnaire"));
    if (questionnaire == null) {
      faults.add(
          "questionnaire-missing",
          "QuestionnaireResponse.questionnaire",
          "Name the questionnaire that was answered.");
    }
    return new ReportHeader(
        status(root, faults),
        questionnaire,
        authored(root.path("authored")),
        subject(root.path("subject")).orElse(null),
        reference(root.path("source")).orElse(null),
        identifier(root.path("identifier")),
        understood);
  }

  private static boolean understood(JsonNode root, Faults faults) {
    boolean ours = "QuestionnaireResponse".equals(text(root.path("resourceType")));
    if (!ours) {
      faults.add(
          "wrong-resource-type", "QuestionnaireResponse", "Send a FHIR R4 QuestionnaireResponse.");
    }
    boolean plain =
        root.path("modifierExtension").isEmpty() && root.path("implicitRules").isMissingNode();
    if (!plain) {
      faults.add(
          "modifier-extension",
          "QuestionnaireResponse.modifierExtension",
          "Send the report without modifierExtension and implicitRules: they are not understood.");
    }
    return ours && plain;
  }

  private static @Nullable ReportStatus status(JsonNode root, Faults faults) {
    String code = text(root.path("status"));
    Optional<ReportStatus> status = Optional.ofNullable(code).flatMap(ReportStatus::of);
    if (status.isEmpty()) {
      faults.add(
          "status-unknown",
          "QuestionnaireResponse.status",
          "Send in-progress, completed, amended, entered-in-error or stopped.");
    }
    return status.orElse(null);
  }

  /** Whatever was sent counts as sent: time never refuses. */
  private static @Nullable String authored(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node.asString(node.toString());
  }

  private static Optional<String> subject(JsonNode node) {
    Optional<String> byReference =
        reference(node).filter(to -> to.type().equals("Patient")).map(Reference::id);
    return byReference.or(
        () ->
            Optional.ofNullable(text(node.path("identifier").path("value")))
                .filter(id -> PSEUDONYM.matcher(id).matches()));
  }

  private static Optional<Reference> reference(JsonNode node) {
    String text = text(node.path("reference"));
    if (text == null) {
      return Optional.empty();
    }
    Matcher matcher = REFERENCE.matcher(text);
    return matcher.matches()
        ? Optional.of(new Reference(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  private static @Nullable String identifier(JsonNode node) {
    String value = text(node.path("value"));
    String system = text(node.path("system"));
    return value == null ? null : (system == null ? "" : system) + "|" + value;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
  }
}
