package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.procart.schemas.PatientChanged;
import org.procart.schemas.ReminderDue;
import org.procart.schemas.ReminderRecipient;
import org.procart.schemas.SiteChanged;
import org.procart.schemas.event.EventId;
import org.springframework.beans.factory.annotation.Autowired;

/** A site's own words, and what becomes of answers to reminders. */
class WordingIT extends RunningService {

  private static final String SITE = "site-words";
  private static final String NURSE = "+447700900801";
  private static final String PATIENT = "+447700900802";

  private final String admin = TOKENS.token("site-admin", SITE);

  @Autowired MongoDatabase store;
  @Autowired MeterRegistry meters;

  @Test
  void aSiteSeesWhatItsWordsBecomeAndItsPagesSayThem() {
    String own =
        """
        {"pages":{"SMS":"PRO-CART {level} {code} {site} {time}. {flag} Ward: ACK {code} or {link}"}}
        """;
    onCall();

    var answer = put("/sites/" + SITE + "/wording/en", own, admin);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"changedBy\":\"tester\"", "WORSE Ward: ACK 4X9CD or https://p.example");
    String alert = "words-" + UUID.randomUUID();
    publish("pro.alert.v1", "p-words", TestAlerts.red(alert, SITE).build());
    within(20)
        .until(() -> PHONES.at(NURSE).stream().anyMatch(sms -> sms.text().contains("Ward: ACK")));

    var back = call("DELETE", "/sites/" + SITE + "/wording/en", null, admin);
    assertThat(back.body()).contains("WORSE Reply ACK 4X9CD or ", "\"version\":2");
    assertThat(store.getCollection("site_wording_history").countDocuments()).isEqualTo(2);
  }

  @Test
  void allFaultsAreSaidAtOnceAndNothingIsChanged() {
    String wrong =
        """
        {"pages":{"SMS":"PRO-CART {level} {code} {flag} {patient}","SIGNATURE":"x","MAIL_NOTE":null},
         "reminders":{"ADVICE_PATIENT":"Call us."}}
        """;

    var answer = put("/sites/" + SITE + "/wording/fr", wrong, admin);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("/pages/SMS", "unknown-field", "missing-field", "{link}")
        .contains("/pages/SIGNATURE", "unknown-text", "/pages/MAIL_NOTE", "empty")
        .contains("/reminders/ADVICE_PATIENT", "{advicePhone}");
    assertThat(get("/sites/" + SITE + "/wording/fr", admin).body()).contains("\"version\":0");
  }

  @Test
  void onlyWhoAdministersTheSiteMayChangeItsWords() {
    String clinician = TOKENS.token("clinician", SITE);
    String stranger = TOKENS.token("site-admin", "site-a");

    assertThat(put("/sites/" + SITE + "/wording/de", "{}", clinician).statusCode()).isEqualTo(403);
    assertThat(put("/sites/" + SITE + "/wording/de", "{}", stranger).statusCode()).isEqualTo(403);
    assertThat(get("/sites/" + SITE + "/wording/de", stranger).statusCode()).isEqualTo(404);
    assertThat(put("/sites/" + SITE + "/wording/xx", "{}", admin).statusCode()).isEqualTo(404);
    assertThat(get("/sites/" + SITE + "/wording/de", clinician).body()).contains("Antwort ACK");
  }

  @Test
  void aPatientWhoAnswersAReminderHearsWhomToCallAndIsCounted() {
    String patient = "W-" + UUID.randomUUID();
    publish("pro.site.v1", SITE, site());
    publish("pro.patient.v1", patient, enrolled(patient));
    String contacts =
        "{\"contacts\":[{\"personId\":\"self\",\"channel\":\"sms\",\"address\":\"%s\"}]}"
            .formatted(PATIENT);
    within(20)
        .until(
            () -> put("/patients/" + patient + "/contacts", contacts, admin).statusCode() == 200);
    publish("pro.reminder.v1", patient, due(patient));
    within(20).until(() -> PHONES.at(PATIENT).size() == 1);
    double before = meters.counter("procart.notification.reminder.answers").count();

    PHONES.reply(PATIENT, "Mir geht es sehr schlecht");

    within(20).until(() -> PHONES.at(PATIENT).size() == 2);
    assertThat(PHONES.at(PATIENT).getLast().text())
        .isEqualTo(
            "Diese Nummer liest niemand. Geht es Ihnen schlecht? Tel. +44 1632 960002."
                + " Notruf: 112.");
    assertThat(meters.counter("procart.notification.reminder.answers").count())
        .isEqualTo(before + 1);
    Document counted =
        store.getCollection("reminder_answers").find(new Document("_id", SITE)).first();
    assertThat(counted).isNotNull();
    assertThat(counted.getInteger("count")).isPositive();
    assertThat(counted.toString()).doesNotContain("schlecht", PATIENT, patient);

    PHONES.reply("+447700900899", "wer ist da");
    within(20).until(() -> PHONES.at("+447700900899").size() == 1);
    assertThat(PHONES.at("+447700900899").getLast().text()).startsWith("NOT acknowledged: ");
  }

  @Test
  void whoIsStaffAndPatientHearsThatNothingWasAcknowledged() {
    String patient = "W-" + UUID.randomUUID();
    onCall();
    publish("pro.patient.v1", patient, enrolled(patient));
    String contacts =
        "{\"contacts\":[{\"personId\":\"self\",\"channel\":\"sms\",\"address\":\"%s\"}]}"
            .formatted(NURSE);
    within(20)
        .until(
            () -> put("/patients/" + patient + "/contacts", contacts, admin).statusCode() == 200);
    int before = PHONES.at(NURSE).size();

    PHONES.reply(NURSE, "ok");

    within(20).until(() -> PHONES.at(NURSE).size() > before);
    assertThat(PHONES.at(NURSE).getLast().text()).startsWith("NOT acknowledged: not understood");
  }

  private void onCall() {
    publish("pro.site.v1", SITE, site());
    String nurse =
        """
        {"sites":["%s"],"languages":["en"],"contacts":[
          {"channel":"sms","address":"%s","verified":true}]}
        """
            .formatted(SITE, NURSE);
    String operator = TOKENS.token("operator");
    assertThat(put("/staff/nurse-words", nurse, operator).statusCode()).isEqualTo(200);
    String step =
        """
        {"steps":[{"who":{"kind":"PERSON","staffId":"nurse-words"},"channels":["sms"],
          "waitSeconds":3600}],"roundSeconds":7200,"receiptSeconds":900}
        """;
    String policy = "{\"levels\":{\"RED\":%s,\"AMBER\":%s}}".formatted(step, step);
    assertThat(put("/sites/" + SITE + "/escalation-policy", policy, operator).statusCode())
        .isEqualTo(200);
  }

  private static ConditionFactory within(int seconds) {
    return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(100));
  }

  private static SiteChanged site() {
    return SiteChanged.newBuilder(TestAlerts.site(SITE, "Site W", "Europe/London"))
        .setLanguages(List.of("en"))
        .setAdvicePhone("+44 1632 960002")
        .setEmergencyNumber("112")
        .build();
  }

  private static PatientChanged enrolled(String patient) {
    return PatientChanged.newBuilder(TestAlerts.patient(patient, SITE))
        .setRevision(1)
        .setStatus("ACTIVE")
        .build();
  }

  private static ReminderDue due(String patient) {
    return ReminderDue.newBuilder()
        .setEventId(EventId.of("test-due", patient))
        .setOccurredAt(Instant.now())
        .setPatientId(patient)
        .setSiteId(SITE)
        .setReminderId(EventId.of("test-reminder", patient))
        .setRecipient(ReminderRecipient.PATIENT)
        .setPersonIds(List.of("self"))
        .setLanguage("de")
        .build();
  }
}
