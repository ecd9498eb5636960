package org.procart.intake.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.procart.intake.answer.Fault;
import org.procart.intake.fhir.FhirJson;
import org.procart.intake.fhir.Outcomes;
import org.procart.intake.fhir.Outcomes.Issue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** The answer to one report in the form of HTTP. */
class AnswerBodies {

  private final JsonMapper json;

  AnswerBodies(JsonMapper json) {
    this.json = json;
  }

  ResponseEntity<String> response(Answered answered) {
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(answered.httpStatus()).headers(headers -> headers(answered, headers));
    return answered.good()
        ? response
            .contentType(MediaType.APPLICATION_JSON)
            .body(json.writeValueAsString(receiptBody(answered)))
        : response
            .contentType(MediaType.parseMediaType(FhirJson.MEDIA_TYPE))
            .body(FhirJson.write(outcome(answered)));
  }

  /** The same as an OperationOutcome, for a batch. */
  static OperationOutcome outcome(Answered answered) {
    OperationOutcome outcome =
        answered.good()
            ? Outcomes.accepted(new Issue("received", "", "The report is stored."))
            : Outcomes.refused(
                answered.httpStatus(),
                answered.faults().stream().map(AnswerBodies::issue).toList());
    return Outcomes.with(outcome, answered.receipt(), answered.advice());
  }

  static String location(String receipt) {
    return "/submissions/" + receipt;
  }

  private static Issue issue(Fault fault) {
    return new Issue(fault.code(), fault.location(), fault.message());
  }

  private static void headers(Answered answered, HttpHeaders headers) {
    if (answered.receipt() != null) {
      headers.set("Receipt", answered.receipt());
      if (answered.good()) {
        headers.set(HttpHeaders.LOCATION, location(answered.receipt()));
      }
    }
    if (answered.retryAfterSeconds() != null) {
      headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(answered.retryAfterSeconds()));
    }
    headers.setCacheControl("no-store");
  }

  private static Map<String, Object> receiptBody(Answered answered) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("receipt", answered.receipt());
    body.put("state", answered.state());
    body.put("receivedAt", answered.receivedAt());
    body.put("completeness", answered.completeness());
    body.put("supersedes", answered.supersedes());
    body.put("advice", answered.advice());
    return body;
  }
}
