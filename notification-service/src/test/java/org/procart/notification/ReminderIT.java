package org.procart.notification;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import jakarta.mail.Multipart;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.notification.parts.Phones;
import org.procart.schemas.AlertLevel;
import org.procart.schemas.NotificationChanged;
import org.procart.schemas.NotificationKind;
import org.procart.schemas.PatientChanged;
import org.procart.schemas.ReminderDue;
import org.procart.schemas.ReminderRecipient;
import org.procart.schemas.SiteChanged;
import org.procart.schemas.event.EventId;
import org.springframework.beans.factory.annotation.Autowired;

class ReminderIT extends RunningService {

  private static final String SITE = "site-r";
  private static final String PHONE = "+447700900701";
  private static final String CARER_PHONE = "+447700900702";
  private static final String MAILBOX = "home@p.example";

  /** Each test has its own patient and telephone numbers are emptied by nobody: count from here. */
  private final String patient = "R-" + UUID.randomUUID();

  private final String reminder = EventId.of("test-reminder", patient);
  private int before;

  @Autowired MongoDatabase store;

  @BeforeEach
  void siteAndPatientAreKnown() {
    publish("pro.site.v1", SITE, site());
    publish("pro.patient.v1", patient, enrolled(1, "ACTIVE").build());
    before = PHONES.at(PHONE).size();
  }

  @AfterEach
  void phonesWork() {
    PHONES.allDeliver();
  }

  @Test
  void itReachesTelephoneAndMailboxInThePatientsLanguage() throws Exception {
    contacts(sms("self", PHONE), email("self", MAILBOX), sms("carer-1", CARER_PHONE));
    int mails = mailTo(MAILBOX).size();

    publish("pro.reminder.v1", patient, due().setLanguage("fr-CA").build());

    within(20).until(() -> kinds().size() == 2 && mailTo(MAILBOX).size() > mails);
    assertThat(newAt(PHONE))
        .containsExactly(
            "Votre rapport n'est pas arrivé. Merci de l'envoyer. Si vous allez mal, appelez"
                + " +44 1632 960001. Urgence : 999. Ne pas répondre ici.");
    var mail = mailTo(MAILBOX).getLast();
    assertThat(mail.getSubject()).isEqualTo("Rappel : un rapport manque");
    assertThat(((Multipart) mail.getContent()).getBodyPart(0).getContent().toString())
        .contains("Votre rapport n'est pas arrivé.", "+44 1632 960001", "999");
    assertThat(PHONES.at(CARER_PHONE)).isEmpty();
    assertThat(told())
        .allSatisfy(
            event -> {
              assertThat(event.getKind()).isEqualTo(NotificationKind.SENT);
              assertThat(event.getNotificationId()).isEqualTo(reminder);
              assertThat(event.getPatientId()).isEqualTo(patient);
              assertThat(event.getSiteId()).isEqualTo(SITE);
              assertThat(event.getAlertId()).isEmpty();
              assertThat(event.getLevel()).isEqualTo(AlertLevel.UNKNOWN);
              assertThat(event.getSounding()).isZero();
              assertThat(event.getRecipientId()).isEqualTo("self");
            });
    assertThat(told()).extracting(NotificationChanged::getRevision).containsExactly(1L, 2L);
    assertThat(told())
        .extracting(NotificationChanged::getChannel)
        .containsExactlyInAnyOrder("sms", "email");
    assertThat(told().toString()).doesNotContain("4477009", MAILBOX);
    assertThat(audit()).contains("reminder READ");
  }

  @Test
  void carersGetTheirOwnWordsInTheSitesFirstLanguageWhereThePatientsIsUnknown() {
    int theirs = PHONES.at(CARER_PHONE).size();
    contacts(sms("self", PHONE), sms("carer-2", CARER_PHONE));

    publish(
        "pro.reminder.v1",
        patient,
        due()
            .setRecipient(ReminderRecipient.CARER)
            .setPersonIds(List.of("carer-1", "carer-2"))
            .setLanguage("sv")
            .build());

    within(20).until(() -> PHONES.at(CARER_PHONE).size() > theirs);
    assertThat(PHONES.at(CARER_PHONE).getLast().text())
        .startsWith("Een melding waarbij u helpt, ontbreekt.");
    assertThat(newAt(PHONE)).isEmpty();
    within(10).until(() -> kinds().equals(List.of(NotificationKind.SENT)));
    assertThat(told().getFirst().getRecipientId()).isEqualTo("carer-2");
  }

  @Test
  void whoHasNoContactIsSkippedAtOnce() {
    contacts(sms("carer-1", CARER_PHONE));

    publish("pro.reminder.v1", patient, due().build());

    within(10).until(() -> !told().isEmpty());
    assertThat(only().getKind()).isEqualTo(NotificationKind.SKIPPED);
    assertThat(only().getReason()).isEqualTo("NO_CONTACT");
    assertThat(only().getRevision()).isEqualTo(1);
    assertThat(only().getRecipientId()).isEqualTo("self");
  }

  @Test
  void theSameReminderIsSentOnceForEver() {
    contacts(sms("self", PHONE));
    ReminderDue event = due().build();
    publish("pro.reminder.v1", patient, event);
    publish("pro.reminder.v1", patient, event);
    within(20).until(() -> done() && open() == 0);

    publish("pro.reminder.v1", patient, event);
    sentToAnother();

    assertThat(newAt(PHONE)).hasSize(1);
    assertThat(kinds()).containsExactly(NotificationKind.SENT);
    assertThat(open()).isZero();
  }

  @Test
  void whoDiesMeanwhileGetsNothingAndWhatWaitsIsDropped() {
    contacts(sms("self", PHONE));
    PHONES.stop();
    try {
      publish("pro.reminder.v1", patient, due().build());
      within(10).until(() -> outgoing().anyMatch(each -> each.get("tries", 0) > 0));

      publish("pro.patient.v1", patient, enrolled(2, "DECEASED").build());

      within(10).until(() -> !told().isEmpty());
      within(10).until(() -> outgoing().findAny().isEmpty());
    } finally {
      PHONES.start();
    }
    sentToAnother();
    assertThat(newAt(PHONE)).isEmpty();
    assertThat(only().getKind()).isEqualTo(NotificationKind.SKIPPED);
    assertThat(only().getReason()).isEqualTo("CANCELLED");
    within(10).until(this::done);
  }

  @Test
  void whoIsKnownToHaveStoppedGetsNothing() {
    contacts(sms("self", PHONE));
    publish("pro.patient.v1", patient, enrolled(2, "ACTIVE").setCareConsent(false).build());
    within(10).until(() -> patientDocument().contains("\"careConsent\": false"));

    publish("pro.reminder.v1", patient, due().build());

    within(10).until(() -> !told().isEmpty());
    assertThat(only().getReason()).isEqualTo("CANCELLED");
    assertThat(newAt(PHONE)).isEmpty();
  }

  @Test
  void nothingIsSentForAProofOfLife() {
    contacts(sms("self", PHONE));

    publish("pro.reminder.v1", patient, due().setSynthetic(true).build());

    within(10).until(() -> !told().isEmpty());
    assertThat(only().getReason()).isEqualTo("CANCELLED");
    assertThat(only().getSynthetic()).isTrue();
    assertThat(newAt(PHONE)).isEmpty();
  }

  @Test
  void aNumberThatIsRefusedIsAFailure() {
    PHONES.mode(PHONE, Phones.Mode.REFUSE);
    contacts(sms("self", PHONE));

    publish("pro.reminder.v1", patient, due().build());

    within(10).until(() -> !told().isEmpty());
    assertThat(only().getKind()).isEqualTo(NotificationKind.FAILED);
    assertThat(only().getReason()).isEqualTo("SMPP_0000000B");
    assertThat(only().getChannel()).isEqualTo("sms");
    within(10).until(() -> outgoing().findAny().isEmpty());
  }

  @Test
  void whatCouldNotBeSentInTimeIsNotSentLater() {
    contacts(sms("self", PHONE));
    PHONES.stop();
    try {
      publish("pro.reminder.v1", patient, due().setExpiresAt(Instant.now().plusSeconds(3)).build());
      within(15).until(() -> !told().isEmpty());
    } finally {
      PHONES.start();
    }
    sentToAnother();
    assertThat(only().getKind()).isEqualTo(NotificationKind.EXPIRED);
    assertThat(newAt(PHONE)).isEmpty();
  }

  @Test
  void aContactThatIsTakenAwayMeanwhileIsNotUsed() {
    contacts(sms("self", PHONE));
    PHONES.stop();
    try {
      publish("pro.reminder.v1", patient, due().build());
      within(10).until(() -> outgoing().anyMatch(each -> each.get("tries", 0) > 0));
      assertThat(call("DELETE", "/patients/" + patient + "/contacts", null, admin()).statusCode())
          .isEqualTo(204);
    } finally {
      PHONES.start();
    }

    within(20).until(() -> !told().isEmpty());
    assertThat(only().getReason()).isEqualTo("NO_CONTACT");
    assertThat(newAt(PHONE)).isEmpty();
  }

  @Test
  void whatWasKilledBeforeItWasToldIsToldAfterwards() {
    contacts(sms("self", PHONE));
    PHONES.stop();
    try {
      publish("pro.reminder.v1", patient, due().build());
      within(10).until(() -> outgoing().anyMatch(each -> each.get("tries", 0) > 0));

      // As a kill leaves it between "taken by the supplier" and the reminder's own note of that.
      store
          .getCollection("outgoing")
          .updateOne(
              eq("_id", reminder + "-0"),
              new Document(
                  "$set",
                  new Document("outcome", "SENT").append("dueAt", Date.from(Instant.EPOCH))));

      within(10).until(() -> kinds().equals(List.of(NotificationKind.SENT)));
      within(10).until(() -> outgoing().findAny().isEmpty());
    } finally {
      PHONES.start();
    }
    sentToAnother();
    assertThat(newAt(PHONE)).isEmpty();
  }

  @Test
  void whatASupplierMayHaveIsSentOnceMore() {
    contacts(sms("self", PHONE));
    PHONES.mode(PHONE, Phones.Mode.HANG_UP_ONCE);

    publish("pro.reminder.v1", patient, due().build());

    within(20).until(() -> kinds().equals(List.of(NotificationKind.SENT)));
    assertThat(newAt(PHONE)).hasSize(2);
  }

  @Test
  void anErasedPatientLeavesNoReminderBehind() {
    contacts(sms("self", PHONE));
    publish("pro.reminder.v1", patient, due().build());
    within(20).until(() -> done() && open() == 0);
    PHONES.stop();
    try {
      publish("pro.reminder.v1", patient, due().setReminderId(reminder + "b").build());
      within(10).until(() -> outgoing().findAny().isPresent());

      publish("pro.patient.v1", patient, (byte[]) null);

      within(10).until(() -> open() == 0 && !done() && outgoing().findAny().isEmpty());
      publish("pro.reminder.v1", patient, due().setReminderId(reminder + "c").build());
      within(10)
          .until(
              () ->
                  notifications()
                      .anyMatch(
                          event ->
                              (reminder + "c").equals(event.getReminderId())
                                  && "NO_CONTACT".equals(event.getReason())));
      within(10).until(() -> open() == 0);
      assertThat(done()).isFalse();
    } finally {
      PHONES.start();
    }
  }

  /** All that waited before has been tried when this one has arrived. */
  private void sentToAnother() {
    String other = patient + "-other";
    String number = "+4477009008%02d".formatted(Math.floorMod(patient.hashCode(), 100));
    int already = PHONES.at(number).size();
    publish("pro.patient.v1", other, enrolled(1, "ACTIVE").build());
    within(10).until(() -> putContacts(other, sms("self", number)) == 200);
    publish(
        "pro.reminder.v1",
        other,
        due().setPatientId(other).setReminderId(EventId.of("other", other)).build());
    within(30).until(() -> PHONES.at(number).size() > already);
  }

  private void contacts(String... contacts) {
    within(20).until(() -> putContacts(patient, contacts) == 200);
  }

  private int putContacts(String patientId, String... contacts) {
    String body = "{\"contacts\":[" + String.join(",", contacts) + "]}";
    return put("/patients/" + patientId + "/contacts", body, admin()).statusCode();
  }

  private static String admin() {
    return TOKENS.token("site-admin", SITE);
  }

  private static String sms(String person, String number) {
    return contact(person, "sms", number);
  }

  private static String email(String person, String mailbox) {
    return contact(person, "email", mailbox);
  }

  private static String contact(String person, String channel, String address) {
    return "{\"personId\":\"%s\",\"channel\":\"%s\",\"address\":\"%s\"}"
        .formatted(person, channel, address);
  }

  private ReminderDue.Builder due() {
    return ReminderDue.newBuilder()
        .setEventId(EventId.of("test-due", reminder))
        .setOccurredAt(Instant.now())
        .setPatientId(patient)
        .setSiteId(SITE)
        .setReminderId(reminder)
        .setRecipient(ReminderRecipient.PATIENT)
        .setPersonIds(List.of("self"))
        .setLanguage("en");
  }

  private PatientChanged.Builder enrolled(long revision, String status) {
    return PatientChanged.newBuilder(TestAlerts.patient(patient, SITE))
        .setRevision(revision)
        .setStatus(status);
  }

  private static SiteChanged site() {
    return SiteChanged.newBuilder(TestAlerts.site(SITE, "Site R", "Europe/London"))
        .setLanguages(List.of("nl", "en"))
        .setAdvicePhone("+44 1632 960001")
        .setEmergencyNumber("999")
        .build();
  }

  private List<NotificationChanged> told() {
    return notifications().filter(event -> reminder.equals(event.getReminderId())).toList();
  }

  private NotificationChanged only() {
    assertThat(told()).hasSize(1);
    return told().getFirst();
  }

  private List<NotificationKind> kinds() {
    return told().stream().map(NotificationChanged::getKind).toList();
  }

  private List<String> newAt(String number) {
    return PHONES.at(number).stream().skip(before).map(Phones.Sms::text).toList();
  }

  private java.util.stream.Stream<Document> outgoing() {
    return store
        .getCollection("outgoing")
        .find(regex("_id", "^" + reminder))
        .into(new java.util.ArrayList<>())
        .stream();
  }

  private long open() {
    return store.getCollection("reminders").countDocuments(eq("patientId", patient));
  }

  private boolean done() {
    return store.getCollection("reminders_done").countDocuments(eq("patientId", patient)) > 0;
  }

  private String patientDocument() {
    Document found = store.getCollection("patients").find(eq("_id", patient)).first();
    return found == null ? "" : found.toJson();
  }

  private List<String> audit() {
    return store
        .getCollection("contact_audit")
        .find(eq("patientId", patient))
        .map(each -> each.getString("who") + " " + each.getString("what"))
        .into(new java.util.ArrayList<>());
  }

  private static ConditionFactory within(int seconds) {
    return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(100));
  }
}
