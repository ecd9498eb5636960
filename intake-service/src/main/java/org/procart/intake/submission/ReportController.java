package org.procart.intake.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes one report. Any content type arrives here, since even a refused body is kept. */
@RestController
class ReportController {

  private final Desk desk;
  private final AnswerBodies bodies;
  private final IntakeSettings settings;

  ReportController(Desk desk, AnswerBodies bodies, IntakeSettings settings) {
    this.desk = desk;
    this.bodies = bodies;
    this.settings = settings;
  }

  @PostMapping("/fhir/QuestionnaireResponse")
  ResponseEntity<String> report(
      HttpServletRequest request,
      Caller caller,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestHeader(name = "Client-Time", required = false) @Nullable String clientTime)
      throws IOException {
    ReceivedBody body = ReceivedBody.read(request, settings.largestReport().toBytes());
    if (body.tooLarge()) {
      return bodies.response(desk.tooLarge(caller));
    }
    Delivery delivery =
        new Delivery(
            caller,
            Desk.route(caller),
            body.bytes(),
            body.mediaTypeGood(),
            key,
            clientTime,
            desk.now());
    return bodies.response(desk.receive(delivery, true));
  }
}
