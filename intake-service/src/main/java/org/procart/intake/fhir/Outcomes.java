package org.procart.intake.fhir;

import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.procart.intake.advice.Advice;

/** Builds OperationOutcomes: a stable code, where, and what to do. */
public final class Outcomes {

  private static final String DEFINITIONS = "https://procart.org/fhir/StructureDefinition/";
  private static final String CODES = "https://procart.org/fhir/CodeSystem/fault";

  private Outcomes() {}

  /**
   * One issue.
   *
   * @param location FHIRPath
   * @param cure what to do
   */
  public record Issue(String code, String location, String cure) {}

  public static OperationOutcome refused(int httpStatus, List<Issue> issues) {
    OperationOutcome outcome = new OperationOutcome();
    for (Issue issue : issues) {
      add(outcome, IssueSeverity.ERROR, type(httpStatus, issue.code()), issue);
    }
    return outcome;
  }

  public static OperationOutcome accepted(Issue issue) {
    OperationOutcome outcome = new OperationOutcome();
    add(outcome, IssueSeverity.INFORMATION, IssueType.INFORMATIONAL, issue);
    return outcome;
  }

  public static OperationOutcome with(
      OperationOutcome outcome, @Nullable String receipt, Advice advice) {
    if (receipt != null) {
      outcome.addExtension(DEFINITIONS + "receipt", new StringType(receipt));
    }
    outcome.addExtension(advice(advice));
    return outcome;
  }

  private static void add(
      OperationOutcome outcome, IssueSeverity severity, IssueType type, Issue issue) {
    OperationOutcome.OperationOutcomeIssueComponent component =
        outcome.addIssue().setSeverity(severity).setCode(type).setDiagnostics(issue.cure());
    component.getDetails().addCoding().setSystem(CODES).setCode(issue.code());
    if (!issue.location().isEmpty()) {
      component.addExpression(issue.location());
    }
  }

  private static Extension advice(Advice advice) {
    Extension extension = new Extension(DEFINITIONS + "advice");
    extension.addExtension("level", new CodeType(advice.level().name()));
    extension.addExtension("text", new StringType(advice.text()));
    if (advice.phone() != null) {
      extension.addExtension("phone", new StringType(advice.phone()));
    }
    if (advice.emergencyNumber() != null) {
      extension.addExtension("emergencyNumber", new StringType(advice.emergencyNumber()));
    }
    extension.addExtension("watchedNow", new BooleanType(advice.watchedNow()));
    if (advice.readBy() != null) {
      extension.addExtension("readBy", new InstantType(Date.from(advice.readBy())));
    }
    extension.addExtension("language", new CodeType(advice.language()));
    extension.addExtension("version", new StringType(advice.version()));
    return extension;
  }

  private static IssueType type(int httpStatus, String code) {
    return switch (httpStatus) {
      case 401 -> IssueType.LOGIN;
      case 403 -> IssueType.FORBIDDEN;
      case 404 -> IssueType.NOTFOUND;
      case 405, 415 -> IssueType.NOTSUPPORTED;
      case 409 -> code.equals("report-conflict") ? IssueType.CONFLICT : IssueType.INVALID;
      case 413 -> IssueType.TOOLONG;
      case 429 -> IssueType.THROTTLED;
      case 503 -> IssueType.TRANSIENT;
      case 500 -> IssueType.EXCEPTION;
      default ->
          switch (code) {
            case "not-json" -> IssueType.STRUCTURE;
            case "required-answer-missing", "subject-missing", "questionnaire-missing" ->
                IssueType.REQUIRED;
            case "value-not-in-options" -> IssueType.CODEINVALID;
            default -> IssueType.INVALID;
          };
    };
  }
}
