package org.procart.notification.reminder;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.flow.Flow;
import org.procart.chassis.kafka.UnprocessableRecordException;
import org.procart.notification.wording.Addressee;
import org.procart.schemas.ReminderDue;
import org.procart.schemas.ReminderRecipient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class ReminderListener {

  private static final String TOPIC = "pro.reminder.v1";
  private static final Duration LIFE = Duration.ofHours(1);

  private final ReminderDesk desk;
  private final Flow flow;

  ReminderListener(ReminderDesk desk, Flow flow) {
    this.desk = desk;
    this.flow = flow;
    flow.begin(TOPIC);
  }

  @KafkaListener(id = "reminders", idIsGroup = false, topics = TOPIC)
  void on(ConsumerRecord<String, @Nullable ReminderDue> record) {
    ReminderDue event = record.value();
    if (event == null) {
      flow.rejected(TOPIC);
    } else if (desk.remind(asked(record.key(), event))) {
      flow.processed(TOPIC);
    } else {
      flow.duplicate(TOPIC);
    }
  }

  private static Asked asked(@Nullable String key, ReminderDue event) {
    String patientId = event.getPatientId() == null ? key : event.getPatientId();
    if (patientId == null || event.getReminderId().isEmpty()) {
      throw new UnprocessableRecordException("no-patient-or-reminder-id");
    }
    Instant expiresAt = event.getExpiresAt();
    return new Asked(
        event.getReminderId(),
        patientId,
        event.getSiteId(),
        event.getCorrelationId(),
        event.getSynthetic(),
        event.getRecipient() == ReminderRecipient.PATIENT ? Addressee.PATIENT : Addressee.CARER,
        event.getPersonIds(),
        event.getLanguage(),
        expiresAt == null ? event.getOccurredAt().plus(LIFE) : expiresAt);
  }
}
