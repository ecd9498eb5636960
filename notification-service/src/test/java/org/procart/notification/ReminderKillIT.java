package org.procart.notification;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.procart.schemas.NotificationChanged;
import org.procart.schemas.NotificationKind;
import org.procart.schemas.ReminderDue;
import org.procart.schemas.ReminderRecipient;
import org.procart.schemas.event.EventId;
import org.springframework.beans.factory.annotation.Autowired;

/** Ends a reminder's way before and after each of its writes. */
class ReminderKillIT extends RunningService {

  /**
   * Add, begin, hand over, claim, taken, noted, not needed any more; marked as told, put away,
   * gone.
   */
  private static final int WRITES = 10;

  @Autowired MongoDatabase store;

  private record Case(String patient, String reminder, String number) {

    static Case of(int write, boolean afterwards) {
      String patient = "K-" + UUID.randomUUID();
      String number = "+44770091%d%03d".formatted(afterwards ? 1 : 0, write);
      return new Case(patient, EventId.of("test-kill", patient), number);
    }
  }

  @Test
  void itIsSentAndToldWhereverItsWayIsCutOff() {
    List<Case> cases =
        IntStream.rangeClosed(1, WRITES)
            .boxed()
            .flatMap(write -> Stream.of(mortal(write, false), mortal(write, true)))
            .toList();

    cases.forEach(each -> publish("pro.reminder.v1", each.patient(), due(each)));

    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              leasesEnd();
              assertThat(cases).allSatisfy(this::isOver);
            });
    assertThat(cases)
        .allSatisfy(
            each -> {
              assertThat(MORTAL.killed(each.reminder())).isTrue();
              // Nobody knows what a supplier got just before a kill: twice is better than never.
              assertThat(PHONES.at(each.number())).hasSizeBetween(1, 2);
              assertThat(told(each))
                  .extracting(NotificationChanged::getKind)
                  .containsOnly(NotificationKind.SENT);
              assertThat(told(each))
                  .extracting(NotificationChanged::getEventId)
                  .containsOnly(EventId.of("reminder-change", each.reminder(), 1L));
            });
  }

  private Case mortal(int write, boolean afterwards) {
    Case one = Case.of(write, afterwards);
    publish("pro.patient.v1", one.patient(), TestAlerts.patient(one.patient(), "site-k"));
    String contact =
        "{\"contacts\":[{\"personId\":\"self\",\"channel\":\"sms\",\"address\":\"%s\"}]}"
            .formatted(one.number());
    String admin = TOKENS.token("site-admin", "site-k");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                put("/patients/" + one.patient() + "/contacts", contact, admin).statusCode()
                    == 200);
    MORTAL.kill(one.reminder(), write, afterwards);
    return one;
  }

  private static ReminderDue due(Case one) {
    return ReminderDue.newBuilder()
        .setEventId(EventId.of("test-due", one.reminder()))
        .setOccurredAt(Instant.now())
        .setPatientId(one.patient())
        .setSiteId("site-k")
        .setReminderId(one.reminder())
        .setRecipient(ReminderRecipient.PATIENT)
        .setPersonIds(List.of("self"))
        .setLanguage("en")
        .build();
  }

  /** What was claimed by somebody who was killed is free after its lease; not to wait for that. */
  private void leasesEnd() {
    store
        .getCollection("outgoing")
        .updateMany(
            eq("claimed", true),
            new Document("$set", new Document("dueAt", Date.from(Instant.EPOCH))));
  }

  private void isOver(Case one) {
    assertThat(told(one)).isNotEmpty();
    assertThat(count("outgoing", "_id", one.reminder() + "-0")).isZero();
    assertThat(count("reminders", "patientId", one.patient())).isZero();
    assertThat(count("reminders_done", "patientId", one.patient())).isEqualTo(1);
  }

  private long count(String collection, String field, String value) {
    return store.getCollection(collection).countDocuments(eq(field, value));
  }

  private List<NotificationChanged> told(Case one) {
    return notifications().filter(event -> one.reminder().equals(event.getReminderId())).toList();
  }
}
