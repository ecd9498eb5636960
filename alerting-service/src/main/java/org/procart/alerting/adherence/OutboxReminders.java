package org.procart.alerting.adherence;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.procart.alerting.patient.Patient;
import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.chassis.outbox.OutboxFactory;
import org.procart.schemas.ReminderDue;
import org.procart.schemas.ReminderRecipient;
import org.procart.schemas.event.EventId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminders wait in a collection of their own until they are published, and are gone then. */
final class OutboxReminders implements Reminders {

  private static final String TOPIC = "pro.reminder.v1";

  private final MongoCollection<Document> waiting;
  private final Outbox outbox;
  private final Clock clock;

  OutboxReminders(MongoCollection<Document> waiting, Outbox outbox, Clock clock) {
    this.waiting = waiting;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void send(Patient patient, Act.Remind reminder) {
    String reminderId = Reminders.id(reminder.awaited().report(), reminder.stage());
    OutboxEntry entry =
        OutboxEntry.of(
            TOPIC, patient.patientId(), event(reminderId, patient, reminder), clock.instant());
    waiting.replaceOne(
        eq("_id", reminderId),
        new Document("_id", reminderId).append(OutboxEntry.FIELD, List.of(entry.toBson())),
        new ReplaceOptions().upsert(true));
    outbox.publishSoon(reminderId, List.of(entry));
  }

  private ReminderDue event(String reminderId, Patient patient, Act.Remind reminder) {
    PlannedReport report = reminder.awaited().report();
    return ReminderDue.newBuilder()
        .setEventId(EventId.of("reminder-due", reminderId))
        .setOccurredAt(clock.instant())
        .setPatientId(patient.patientId())
        .setSiteId(patient.siteId())
        .setCorrelationId(null)
        .setSynthetic(patient.synthetic())
        .setReminderId(reminderId)
        .setRecipient(
            reminder.stage() == Stage.PATIENT ? ReminderRecipient.PATIENT : ReminderRecipient.CARER)
        .setPersonIds(reminder.persons())
        .setLanguage(patient.cared().language())
        .setQuestionnaire(report.form())
        .setDueOn(report.due().dueOn())
        .setExpiresAt(reminder.expiresAt())
        .build();
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {

    @Bean
    Outbox reminderOutbox(MongoDatabase database, OutboxFactory outboxes) {
      MongoCollection<Document> waiting = waiting(database);
      return outboxes.of(waiting, published -> waiting.deleteOne(eq("_id", published)));
    }

    @Bean
    Reminders reminders(MongoDatabase database, Outbox reminderOutbox, Clock clock) {
      return new OutboxReminders(waiting(database), reminderOutbox, clock);
    }

    private static MongoCollection<Document> waiting(MongoDatabase database) {
      return database.getCollection("reminders");
    }
  }
}
