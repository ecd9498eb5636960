package org.procart.notification.acknowledgement;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.procart.notification.escalation.Acknowledgement;
import org.procart.notification.escalation.Escalation;
import org.procart.notification.escalation.Escalations;
import org.procart.notification.escalation.Phase;
import org.procart.notification.request.Faults;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Somebody telephones the desk instead of pressing a button: the desk writes down who takes the
 * alert on, and stands beside it by name.
 */
@RestController
@RequestMapping("/notifications/acknowledgement")
class RecordedAnswerController {

  private final Escalations escalations;
  private final Acknowledger acknowledger;
  private final Colleagues colleagues;
  private final Clock clock;

  RecordedAnswerController(
      Escalations escalations, Acknowledger acknowledger, Colleagues colleagues, Clock clock) {
    this.escalations = escalations;
    this.acknowledger = acknowledger;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  /**
   * @param staffId who takes the alert on
   * @param sounding that the person spoke of; null: the newest
   */
  record Said(@Nullable String alertId, @Nullable String staffId, @Nullable Integer sounding) {}

  /**
   * @param stopsPaging false: noted, but a newer call is out
   */
  record Recorded(
      String alertId,
      int sounding,
      String acknowledgedBy,
      String recordedBy,
      Instant at,
      boolean stopsPaging) {}

  @PostMapping
  Recorded record(Caller caller, @RequestBody Said said) {
    caller.requireAny("clinician", "site-admin", "operator");
    Faults faults = new Faults();
    String alertId = faults.id("/alertId", said.alertId());
    String staffId = faults.id("/staffId", said.staffId());
    faults.throwIfAny();
    Escalation escalation = sounding(caller, alertId, said.sounding());
    requireColleague(staffId, escalation);
    Acknowledgement answer =
        new Acknowledgement(
            staffId,
            "desk",
            clock.instant(),
            "desk-" + caller.subject() + "-" + staffId,
            caller.subject());
    return acknowledger
        .acknowledge(escalation.id(), answer)
        .map(after -> recorded(after, answer))
        .orElseThrow(RecordedAnswerController::closed);
  }

  private Escalation sounding(Caller caller, String alertId, @Nullable Integer sounding) {
    List<Escalation> all =
        escalations.ofAlert(alertId).stream()
            .filter(each -> caller.has("operator") || caller.seesSite(each.page().siteId()))
            .filter(each -> sounding == null || each.page().sounding() == sounding)
            .toList();
    if (all.isEmpty()) {
      throw ProblemException.notFound("alert or sounding");
    }
    Escalation last = all.getLast();
    if (last.phase() == Phase.ENDED && "CLOSED".equals(last.endReason())) {
      throw closed();
    }
    return last;
  }

  private void requireColleague(String staffId, Escalation escalation) {
    Faults faults = new Faults();
    faults.check(
        colleagues.find(staffId, escalation).isPresent(),
        "/staffId",
        "unknown-person",
        "Name somebody of the staff of the alert's site, as in PUT /staff/{staffId}.");
    faults.throwIfAny();
  }

  private static Recorded recorded(Escalation after, Acknowledgement answer) {
    Acknowledgement kept =
        after.acknowledgements().stream()
            .filter(each -> each.causeId().equals(answer.causeId()))
            .findFirst()
            .orElseThrow();
    return new Recorded(
        after.page().alertId(),
        after.page().sounding(),
        kept.by(),
        String.valueOf(kept.recordedBy()),
        kept.at(),
        after.phase() != Phase.ENDED);
  }

  private static ProblemException closed() {
    return new ProblemException(
        HttpStatus.CONFLICT,
        "alert-closed",
        "The alert is closed; nobody is paged. Nothing was recorded.",
        List.of());
  }
}
