package org.procart.alerting.worklist;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Acknowledgement;
import org.procart.alerting.alert.Action;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.Alerts;
import org.procart.alerting.alert.Change;
import org.procart.alerting.alert.Closure;
import org.procart.alerting.alert.Refusal;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.problem.Violation;
import org.procart.chassis.security.Caller;
import org.procart.schemas.event.EventId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do with an alert; each answer is the alert after it. */
@RestController
@RequestMapping("/alerts/{alertId}")
class AlertMoveController {

  private static final String ROUTE = "api";
  private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private final Alerts alerts;
  private final AlertAccess access;
  private final AlertExplanation explanation;
  private final Clock clock;

  AlertMoveController(
      Alerts alerts, AlertAccess access, AlertExplanation explanation, Clock clock) {
    this.alerts = alerts;
    this.access = access;
    this.explanation = explanation;
    this.clock = clock;
  }

  /**
   * @param sounding that the person saw; null: the current one
   */
  record AcknowledgementRequest(@Nullable @Min(1) Integer sounding) {}

  record ActionRequest(
      @NotBlank @Pattern(regexp = CODE) String code, @Nullable @Size(max = 4_000) String note) {}

  record ClosureRequest(@NotBlank @Pattern(regexp = CODE) String outcome) {}

  @PostMapping("/acknowledgement")
  AlertDetail acknowledge(
      Caller caller,
      @PathVariable String alertId,
      @RequestBody(required = false) @Valid @Nullable AcknowledgementRequest request) {
    Alert alert = access.movable(caller, alertId);
    requireNotClosed(alert);
    int current = alert.episode().sounding().number();
    Integer seen = request == null ? null : request.sounding();
    int sounding = Objects.requireNonNullElse(seen, current);
    if (sounding > current) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "no-such-sounding",
          "The alert has not sounded so often.",
          List.of(
              new Violation("/sounding", "no-such-sounding", "Send the sounding that you saw.")));
    }
    String id = EventId.of("api-acknowledgement", alertId, caller.subject(), sounding);
    Acknowledgement taken =
        new Acknowledgement(id, caller.subject(), ROUTE, clock.instant(), sounding);
    return view(caller, alerts.acknowledge(alertId, taken));
  }

  @PostMapping("/actions")
  AlertDetail act(
      Caller caller, @PathVariable String alertId, @RequestBody @Valid ActionRequest request) {
    requireNotClosed(access.movable(caller, alertId));
    String note = Objects.requireNonNullElse(request.note(), "");
    Action action = new Action(request.code(), note, caller.subject(), clock.instant());
    return view(caller, alerts.act(alertId, action));
  }

  @PostMapping("/closure")
  AlertDetail close(
      Caller caller, @PathVariable String alertId, @RequestBody @Valid ClosureRequest request) {
    access.movable(caller, alertId);
    Closure closure = new Closure(request.outcome(), caller.subject(), clock.instant());
    return view(
        caller,
        alerts
            .close(alertId, closure)
            .map(
                move ->
                    switch (move) {
                      case Change change -> change.after();
                      case Refusal refusal -> throw conflict(refusal);
                    }));
  }

  private AlertDetail view(Caller caller, Optional<Alert> alert) {
    return explanation.of(
        alert.orElseThrow(() -> ProblemException.notFound("alert")),
        AlertAccess.seesClinicalContent(caller));
  }

  private static void requireNotClosed(Alert alert) {
    if (alert instanceof Alert.Closed) {
      throw conflict(new Refusal("closed", "The alert is closed already."));
    }
  }

  private static ProblemException conflict(Refusal refusal) {
    return new ProblemException(HttpStatus.CONFLICT, refusal.code(), refusal.detail());
  }
}
