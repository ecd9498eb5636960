package org.procart.notification.reminder;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.schemas.AlertLevel;
import org.procart.schemas.NotificationChanged;
import org.procart.schemas.NotificationKind;
import org.procart.schemas.event.EventId;

/** What is told on {@code pro.notification.v1}: ids of people, never numbers. */
final class ReminderEvents {

  private static final String TOPIC = "pro.notification.v1";

  private ReminderEvents() {}

  static List<OutboxEntry> entries(Asked asked, List<Told> all, Instant now) {
    return all.stream()
        .map(told -> OutboxEntry.of(TOPIC, asked.patientId(), event(asked, told, now), now))
        .toList();
  }

  private static NotificationChanged event(Asked asked, Told told, Instant now) {
    Letter letter = told.letter();
    return about(asked)
        .setEventId(EventId.of("reminder-change", asked.reminderId(), told.revision()))
        .setOccurredAt(now)
        .setRevision(told.revision())
        .setKind(NotificationKind.valueOf(told.kind().name()))
        .setReason(told.reason())
        .setAttemptId(letter == null ? null : letter.id())
        .setChannel(letter == null ? null : letter.channel().code())
        .setRecipientId(letter == null ? onlyPerson(asked) : letter.personId())
        .build();
  }

  private static NotificationChanged.Builder about(Asked asked) {
    return NotificationChanged.newBuilder()
        .setPatientId(asked.patientId())
        .setSiteId(asked.siteId())
        .setCorrelationId(asked.correlationId())
        .setSynthetic(asked.synthetic())
        .setReminderId(asked.reminderId())
        .setNotificationId(asked.reminderId())
        .setAlertId("")
        .setLevel(AlertLevel.UNKNOWN)
        .setSounding(0);
  }

  private static @Nullable String onlyPerson(Asked asked) {
    return asked.personIds().size() == 1 ? asked.personIds().getFirst() : null;
  }
}
