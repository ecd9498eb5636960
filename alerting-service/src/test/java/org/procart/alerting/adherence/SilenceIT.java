package org.procart.alerting.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.alerting.LocalPartsInitializer;
import org.procart.alerting.TestEvents;
import org.procart.alerting.TestTopics;
import org.procart.alerting.WithLocalParts;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.AlertStore;
import org.procart.alerting.alert.Alerts;
import org.procart.alerting.alert.ChangeKind;
import org.procart.alerting.alert.TestRings;
import org.procart.alerting.alert.TimelineEntry;
import org.procart.alerting.history.ScoreHistory;
import org.procart.alerting.history.TestReports;
import org.procart.alerting.patient.Patient;
import org.procart.alerting.patient.Patients;
import org.procart.alerting.rule.Level;
import org.procart.chassis.kafka.EventReader;
import org.procart.chassis.kafka.EventSender;
import org.procart.schemas.NotificationKind;
import org.procart.schemas.OperationsAlarm;
import org.procart.schemas.ReminderDue;
import org.procart.schemas.ReminderRecipient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Silence on a real store and real topics, on a clock that the test turns. */
@WithLocalParts
class SilenceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired ApplicationContext service;
  @Autowired Patients patients;
  @Autowired ScoreHistory history;
  @Autowired AlertStore alerts;
  @Autowired Alerts moves;
  @Autowired EventReader reader;
  @Autowired EventSender sender;

  private final TestTopics topics =
      new TestTopics(LocalPartsInitializer.parts().bootstrapServers());
  private final TestWatch times = new TestWatch();
  private final String patient = "patient-" + UUID.randomUUID();
  private SilentWard ward;

  @BeforeEach
  void underWatch() {
    ward = new SilentWard(service, "silence-" + UUID.randomUUID());
    ward.turnTo(times.day(0, 7, 0));
    enrol(patient, "ACTIVE", 1);
  }

  @Test
  void patientCarerAndNurseHearAndEachOnce() {
    at(0, 11, 0);
    at(0, 11, 1);
    assertThat(reminders(1))
        .singleElement()
        .satisfies(
            reminder -> {
              assertThat(reminder.getRecipient()).isEqualTo(ReminderRecipient.PATIENT);
              assertThat(reminder.getPersonIds()).containsExactly(patient);
              assertThat(reminder.getQuestionnaire()).isEqualTo(TestWatch.DAILY);
              assertThat(reminder.getLanguage()).isEqualTo("fr");
              assertThat(reminder.getDueOn()).isEqualTo(TestWatch.INFUSION);
              assertThat(reminder.getExpiresAt()).isEqualTo(times.day(0, 13, 0));
            });
    at(0, 12, 0);
    assertThat(reminders(2).getLast().getPersonIds()).containsExactly("carer-1");
    assertThat(alerts.liveOf(patient)).isEmpty();
    at(0, 13, 0);
    at(0, 13, 1);

    Alert.Live alert = onlyAlert();
    assertThat(alert.episode().level()).isEqualTo(Level.RED);
    assertThat(alert.episode().heard().rule().ruleId()).isEqualTo("missed-report");
    assertThat(alert.episode().heard().day()).isZero();
    assertThat(kinds(alert)).containsExactly(ChangeKind.RAISED);
    assertThat(alert.episode().heard().evidence().getFirst().scale())
        .isEqualTo("missing-cart-home-check");
  }

  @Test
  void whatReachesNobodyIsNotWaitedFor() {
    at(0, 11, 0);
    ward.watches().couldNotRemind(patient, reminders(1).getFirst().getReminderId());
    at(0, 11, 1);
    ward.watches().couldNotRemind(patient, reminders(2).getLast().getReminderId());
    at(0, 11, 2);

    assertThat(onlyAlert().episode().level()).isEqualTo(Level.RED);
  }

  @Test
  void whatNotificationTellsOfAReminderIsKept() {
    tell("refused", NotificationKind.FAILED, "SMPP_0000000B");
    tell("over", NotificationKind.SKIPPED, "CANCELLED");
    tell("taken", NotificationKind.SENT, null);
    tell("nowhere", NotificationKind.SKIPPED, "NO_CONTACT");

    WatchStore kept = service.getBean(WatchStore.class);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(kept.find(patient).taken())
                    .extracting(Step::id)
                    .containsExactly("refused/skipped", "nowhere/skipped"));
  }

  private void tell(String reminderId, NotificationKind kind, @Nullable String reason) {
    sender
        .send(
            "pro.notification.v1",
            patient,
            TestEvents.notification("", kind, 0, 1)
                .setPatientId(patient)
                .setReminderId(reminderId)
                .setReason(reason)
                .build())
        .join();
  }

  @Test
  void aSecondSilentDaySoundsAgainAndAReportIsNoted() {
    at(0, 13, 0);
    at(1, 13, 0);
    assertThat(kinds(onlyAlert())).containsExactly(ChangeKind.RAISED, ChangeKind.WORSENED);

    send("came", times.day(1, 13, 2));
    at(1, 13, 6);

    assertThat(onlyAlert().episode().story().timeline())
        .extracting(TimelineEntry::kind, TimelineEntry::detail)
        .contains(tuple(ChangeKind.CORRECTED, "REPORT_CAME"));
    assertThat(onlyAlert()).isInstanceOf(Alert.Open.class);
  }

  @Test
  void aRedPatientWhoFallsSilentIsARedThatBecameWorse() {
    moves.ring(TestRings.ring("red-" + patient).of(patient).red("cart-temperature", 39).build());
    at(0, 13, 0);

    Alert.Live alert = onlyAlert();
    assertThat(kinds(alert)).containsExactly(ChangeKind.RAISED, ChangeKind.WORSENED);
    assertThat(alert.episode().heard().rule().ruleId()).isEqualTo("pro-ctcae-symptoms");
    at(1, 13, 0);
    assertThat(kinds(onlyAlert())).hasSize(3).endsWith(ChangeKind.WORSENED);
  }

  @Test
  void whoReportsIsLeftAloneAndLookedAtAgainTheNextDay() {
    send("day-0", times.day(0, 9, 0));
    at(0, 13, 0);
    assertThat(alerts.liveOf(patient)).isEmpty();
    at(1, 13, 0);

    assertThat(onlyAlert().episode().heard().day()).isEqualTo(1);
  }

  @Test
  void withoutIntakesLifeNobodyIsChasedAndOperationsHear() {
    ward.intakeSilentSince(times.day(0, 10, 0));
    at(0, 13, 0);
    assertThat(alerts.liveOf(patient)).isEmpty();
    assertThat(remindersNow()).isEmpty();
    assertThat(alarms()).doesNotContain("SILENCE_NOT_JUDGED");
    at(0, 13, 3);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(alarms()).contains("SILENCE_NOT_JUDGED"));

    ward.intakeAlive();
    at(0, 13, 4);
    assertThat(onlyAlert().episode().level()).isEqualTo(Level.RED);
  }

  @Test
  void aStayIsAskedAboutAfterThreeDaysAndEveryDayThen() {
    ward.turnTo(times.day(2, 7, 0));
    enrol(patient, "IN_HOSPITAL", 2);
    for (int day = 2; day <= 6; day++) {
      at(day, 7, 1);
      at(day, 13, 0);
    }

    assertThat(onlyAlert().episode().heard().rule().ruleId()).isEqualTo("hospital-stay");
    assertThat(kinds(onlyAlert())).containsExactly(ChangeKind.RAISED, ChangeKind.WORSENED);
  }

  @Test
  void theLookOfAnInstanceThatDiedIsTakenUpByTheNext() {
    SilentWard dying = new SilentWard(service, "dying-" + UUID.randomUUID());
    ward = dying;
    dying.turnTo(times.day(0, 7, 0));
    enrol(patient, "ACTIVE", 2);
    // Hours pass in which nobody looks; the next one knows nothing but what is stored.
    at(0, 20, 0);

    assertThat(onlyAlert().episode().level()).isEqualTo(Level.RED);
  }

  @Test
  void whoDiesIsLeftAloneAtOnce() {
    at(0, 11, 0);
    ward.turnTo(times.day(0, 11, 30));
    enrol(patient, "DECEASED", 2);
    at(0, 13, 0);
    at(1, 13, 0);

    assertThat(alerts.liveOf(patient)).isEmpty();
    assertThat(remindersNow()).hasSize(1);
  }

  private void enrol(String patientId, String status, long revision) {
    Instant now = ward.now();
    patients.keep(
        new Patient(
            patientId,
            revision,
            "site-a",
            false,
            "UTC",
            List.of(new Patient.Therapy("axi-cel", "DLBCL", TestWatch.INFUSION)),
            status,
            new Patient.Care(
                "fr",
                List.of(new Patient.Carer("carer-1", null, null)),
                true,
                "cart-home",
                now,
                now)));
    Plan plan = times.plan();
    ward.plans().keep(new Plan(patientId, revision, plan.forms()));
    ward.watches().changed(patientId);
    ward.look();
  }

  private void send(String id, Instant observedAt) {
    history.keep(
        TestReports.report(patient + id)
            .of(patient)
            .instrument(TestWatch.DAILY)
            .at(observedAt)
            .build());
  }

  private void at(int day, int hour, int minute) {
    ward.turnTo(times.day(day, hour, minute).plus(Vigil.SETTLES));
    ward.look();
  }

  private Alert.Live onlyAlert() {
    List<Alert.Live> live = alerts.liveOf(patient);
    assertThat(live).hasSize(1);
    return live.getFirst();
  }

  private static List<ChangeKind> kinds(Alert alert) {
    return alert.episode().story().timeline().stream().map(TimelineEntry::kind).toList();
  }

  private List<ReminderDue> reminders(int count) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(remindersNow()).hasSize(count));
    return remindersNow();
  }

  private List<ReminderDue> remindersNow() {
    return topics.all("pro.reminder.v1").stream()
        .filter(record -> patient.equals(record.key()))
        .map(record -> (ReminderDue) reader.read("pro.reminder.v1", record.value()))
        .toList();
  }

  private List<String> alarms() {
    return topics.all("pro.operations.v1").stream()
        .map(
            record ->
                ((OperationsAlarm) reader.read("pro.operations.v1", record.value())).getCode())
        .toList();
  }
}
