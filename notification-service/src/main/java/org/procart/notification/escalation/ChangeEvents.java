package org.procart.notification.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.schemas.AlertLevel;
import org.procart.schemas.NotificationChanged;
import org.procart.schemas.NotificationKind;
import org.procart.schemas.event.EventId;

/** Changes as they are told on {@code pro.notification.v1}: ids of people, never numbers. */
final class ChangeEvents {

  static final String TOPIC = "pro.notification.v1";

  private ChangeEvents() {}

  static List<OutboxEntry> entries(Turn turn) {
    Page page = turn.before.page();
    String key = page.patientId() == null ? page.alertId() : page.patientId();
    return turn.changes.stream()
        .map(change -> event(turn.before.id(), page, change, turn.now))
        .map(event -> OutboxEntry.of(TOPIC, key, event, turn.now))
        .toList();
  }

  private static NotificationChanged event(
      String escalationId, Page page, Change change, Instant now) {
    NotificationChanged.Builder event =
        about(page)
            .setEventId(EventId.of("notification-change", escalationId, change.revision()))
            .setOccurredAt(now)
            .setRevision(change.revision())
            .setNotificationId(escalationId)
            .setKind(NotificationKind.valueOf(change.kind().name()))
            .setRound(change.round())
            .setStep(change.step())
            .setReason(change.reason())
            .setNextStepAt(change.nextStepAt());
    addAttempt(event, change);
    addAcknowledgement(event, change);
    return event.build();
  }

  private static NotificationChanged.Builder about(Page page) {
    return NotificationChanged.newBuilder()
        .setPatientId(page.patientId())
        .setSiteId(page.siteId())
        .setCorrelationId(page.correlationId())
        .setSynthetic(page.synthetic())
        .setAlertId(page.alertId())
        .setAlertRevision(page.alertRevision())
        .setLevel(AlertLevel.valueOf(page.level().name()))
        .setSounding(page.sounding());
  }

  private static void addAttempt(NotificationChanged.Builder event, Change change) {
    Attempt attempt = change.attempt();
    if (attempt != null) {
      event
          .setAttemptId(attempt.id())
          .setRecipientId(attempt.target().recipientId())
          .setChannel(attempt.target().channel().code())
          .setPossiblyRepeated(attempt.status().possiblyRepeated())
          .setSupplier(attempt.status().trace().via())
          .setBundled(Objects.requireNonNullElse(attempt.status().trace().bundled(), 0));
    }
  }

  private static void addAcknowledgement(NotificationChanged.Builder event, Change change) {
    Acknowledgement acknowledgement = change.acknowledgement();
    if (acknowledgement != null) {
      event
          .setAcknowledgedBy(acknowledgement.by())
          .setAcknowledgedRoute(acknowledgement.route())
          .setAcknowledgedAt(acknowledgement.at())
          .setRecordedBy(acknowledgement.recordedBy());
    }
  }
}
