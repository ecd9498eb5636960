package org.procart.intake.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.security.Caller;
import org.procart.intake.answer.Fault;
import org.procart.intake.answer.Faults;
import org.procart.intake.fhir.FhirJson;
import org.procart.intake.submission.Delivery.Route;
import org.procart.schemas.event.EventId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes many reports at once: an offline queue being emptied. Each entry is answered on its own.
 */
@RestController
class BatchController {

  private static final int BAD_REQUEST = 400;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int TOO_LARGE = 413;
  private static final int UNAVAILABLE = 503;

  private static final Fault NOT_POST =
      new Fault(
          "method-not-allowed",
          "Bundle.entry.request.method",
          "A batch only takes reports, with method POST. A report in this entry is kept: send it"
              + " again with POST to have its answer.");

  private final Desk desk;
  private final AnswerBodies bodies;
  private final RateLimit limit;
  private final IntakeSettings settings;
  private final JsonMapper json;

  BatchController(
      Desk desk, AnswerBodies bodies, RateLimit limit, IntakeSettings settings, JsonMapper json) {
    this.desk = desk;
    this.bodies = bodies;
    this.limit = limit;
    this.settings = settings;
    this.json = json;
  }

  @PostMapping("/fhir")
  ResponseEntity<String> batch(
      HttpServletRequest request,
      Caller caller,
      @RequestHeader(name = "Client-Time", required = false) @Nullable String clientTime)
      throws IOException {
    ReceivedBody body = ReceivedBody.read(request, settings.largestBatch().toBytes());
    if (body.tooLarge()) {
      return bodies.response(desk.tooLarge(caller));
    }
    JsonNode bundle = parse(body);
    if (bundle == null) {
      // Kept and announced like any report that cannot be read: it may hold the one that matters.
      return bodies.response(
          desk.receive(
              new Delivery(
                  caller,
                  Route.BATCH,
                  body.bytes(),
                  body.mediaTypeGood(),
                  null,
                  clientTime,
                  desk.now()),
              true));
    }
    return answer(caller, bundle, clientTime, body);
  }

  private ResponseEntity<String> answer(
      Caller caller, JsonNode bundle, @Nullable String clientTime, ReceivedBody body) {
    JsonNode entries = bundle.path("entry");
    if (entries.size() > settings.mostEntries()) {
      return bodies.response(
          desk.refused(
              caller,
              TOO_LARGE,
              new Fault(
                  "too-many-entries",
                  "Bundle.entry",
                  "Send at most %d reports in one batch.".formatted(settings.mostEntries()))));
    }
    boolean within =
        limit.allows(caller, EventId.of("batch", HexFormat.of().formatHex(body.bytes())));
    Bundle answers = new Bundle().setType(BundleType.BATCHRESPONSE);
    boolean open = true;
    for (JsonNode entry : entries) {
      Answered answered =
          open ? entry(caller, entry, clientTime, !within) : desk.unavailable(caller);
      open = answered.httpStatus() != UNAVAILABLE; // the rest would only wait as long again
      answers.addEntry().setResponse(response(answered));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(FhirJson.MEDIA_TYPE))
        .body(FhirJson.write(answers));
  }

  private Answered entry(
      Caller caller, JsonNode entry, @Nullable String clientTime, boolean limited) {
    JsonNode resource = entry.path("resource");
    String method = entry.path("request").path("method").asString("POST");
    boolean post = method.equals("POST");
    if (!post && !resource.isObject()) {
      return desk.refused(caller, METHOD_NOT_ALLOWED, NOT_POST);
    }
    // An entry without a report is kept as it came: it may be the one that matters.
    byte[] report = json.writeValueAsBytes(resource.isMissingNode() ? List.of(entry) : resource);
    if (report.length > settings.largestReport().toBytes()) {
      return desk.tooLarge(caller);
    }
    Answered answered = desk.receive(delivery(caller, entry, report, clientTime), limited);
    if (answered.receipt() == null) {
      return answered; // nothing was kept, whatever else is wrong
    }
    return post ? missing(answered, resource) : answered.refused(METHOD_NOT_ALLOWED, NOT_POST);
  }

  private Delivery delivery(
      Caller caller, JsonNode entry, byte[] report, @Nullable String clientTime) {
    JsonNode key = entry.path("request").path("ifNoneExist");
    return new Delivery(
        caller,
        Route.BATCH,
        report,
        true,
        key.isString() ? key.stringValue() : null,
        clientTime,
        desk.now());
  }

  private static Answered missing(Answered answered, JsonNode resource) {
    return resource.isObject() || answered.httpStatus() != BAD_REQUEST
        ? answered
        : answered.refused(
            BAD_REQUEST,
            new Fault(
                "resource-missing",
                "Bundle.entry.resource",
                "The entry holds no report. It is kept, and the treatment team is told that it"
                    + " could not be read."));
  }

  private static BundleEntryResponseComponent response(Answered answered) {
    BundleEntryResponseComponent response =
        new BundleEntryResponseComponent()
            .setStatus(String.valueOf(answered.httpStatus()))
            .setOutcome(AnswerBodies.outcome(answered));
    if (answered.good() && answered.receipt() != null) {
      response.setLocation(AnswerBodies.location(answered.receipt()));
    }
    return response;
  }

  /** Null: not a batch that can be taken apart. */
  private static @Nullable JsonNode parse(ReceivedBody body) {
    JsonNode bundle = ReportBody.parse(body.bytes(), body.mediaTypeGood(), new Faults());
    boolean batch =
        bundle.path("resourceType").asString("").equals("Bundle")
            && bundle.path("type").asString("").equals("batch")
            && bundle.path("entry").isArray();
    return batch ? bundle : null;
  }
}
