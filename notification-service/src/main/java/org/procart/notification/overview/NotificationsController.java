package org.procart.notification.overview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.security.Caller;
import org.procart.notification.escalation.Acknowledgement;
import org.procart.notification.escalation.Attempt;
import org.procart.notification.escalation.Escalation;
import org.procart.notification.escalation.Escalations;
import org.procart.notification.escalation.Story;
import org.procart.notification.escalation.WaitsFor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Every attempt to reach somebody: who, how, what came of it and why; never a number or address.
 */
@RestController
class NotificationsController {

  private final Escalations escalations;

  NotificationsController(Escalations escalations) {
    this.escalations = escalations;
  }

  record Notifications(String alertId, List<OneEscalation> escalations) {}

  record OneEscalation(
      String notificationId,
      int sounding,
      String level,
      String state,
      @Nullable String endReason,
      int round,
      int step,
      @Nullable Instant nextStepAt,
      @Nullable WaitsFor waitsFor,
      List<String> story,
      List<OneAttempt> attempts,
      List<OneAcknowledgement> acknowledgements) {}

  record OneAttempt(
      String attemptId,
      int round,
      int step,
      String recipientId,
      String channel,
      String state,
      String why,
      @Nullable String reason,
      boolean possiblyRepeated,
      boolean declined,
      Instant queuedAt,
      @Nullable Instant sentAt,
      @Nullable Instant deliveredAt,
      @Nullable Instant endedAt,
      @Nullable String supplier,
      @Nullable Integer alertsInMessage) {}

  record OneAcknowledgement(
      String by, String route, Instant at, int sounding, @Nullable String recordedBy) {}

  @GetMapping("/notifications")
  Notifications of(Caller caller, @RequestParam String alertId) {
    caller.requireAny("clinician", "site-admin", "operator");
    List<OneEscalation> visible =
        escalations.ofAlert(alertId).stream()
            .filter(each -> caller.has("operator") || caller.seesSite(each.page().siteId()))
            .map(NotificationsController::view)
            .toList();
    return new Notifications(alertId, visible);
  }

  private static OneEscalation view(Escalation escalation) {
    return new OneEscalation(
        escalation.id(),
        escalation.page().sounding(),
        escalation.page().level().name(),
        escalation.phase().name(),
        escalation.endReason(),
        escalation.progress().round(),
        escalation.progress().step(),
        escalation.progress().nextStepAt(),
        escalation.progress().waitsFor(),
        new Story(escalation).lines(),
        escalation.attempts().stream().map(NotificationsController::view).toList(),
        escalation.acknowledgements().stream()
            .map(each -> view(each, escalation.page().sounding()))
            .toList());
  }

  private static OneAttempt view(Attempt attempt) {
    return new OneAttempt(
        attempt.id(),
        attempt.target().round(),
        attempt.target().step(),
        attempt.target().recipientId(),
        attempt.target().channel().code(),
        attempt.status().state().name(),
        attempt.target().reason(),
        attempt.status().reason(),
        attempt.status().possiblyRepeated(),
        attempt.status().declined(),
        attempt.target().queuedAt(),
        attempt.status().sentAt(),
        attempt.status().trace().deliveredAt(),
        attempt.status().trace().endedAt(),
        attempt.status().trace().via(),
        attempt.status().trace().bundled());
  }

  private static OneAcknowledgement view(Acknowledgement acknowledgement, int sounding) {
    return new OneAcknowledgement(
        acknowledgement.by(),
        acknowledgement.route(),
        acknowledgement.at(),
        sounding,
        acknowledgement.recordedBy());
  }
}
