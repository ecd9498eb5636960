package org.procart.intake.schedule;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.store.Leases;
import org.procart.intake.Clinic;
import org.procart.intake.IntakeTest;
import org.procart.intake.Parts;
import org.procart.intake.Topics;
import org.procart.intake.patient.Patient;
import org.procart.intake.patient.Patients;
import org.procart.intake.patient.Therapy;
import org.procart.intake.replan.Replanning;
import org.procart.intake.schedule.ReplanNote.Scope;
import org.procart.intake.snapshot.Republication;
import org.procart.intake.snapshot.Snapshots;
import org.procart.schemas.AlarmState;
import org.procart.schemas.DueReport;
import org.procart.schemas.OperationsAlarm;
import org.procart.schemas.PlannedForm;
import org.procart.schemas.ScheduleChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What other services are told of what is asked, and that it follows every change. */
@IntakeTest
class ReplanIT {

  private static final String DAILY = "cart-home-check";
  private static final String C30 = "mii-qst-pro-eortc-qlq-c30";
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @Autowired Clinic clinic;
  @Autowired EmbeddedKafkaBroker broker;
  @Autowired MongoDatabase database;
  @Autowired Replanning replanning;
  @Autowired ReplanNotes notes;
  @Autowired ReplanTimer timer;
  @Autowired CurrentPlans plans;
  @Autowired Planner planner;
  @Autowired ScheduleForm form;
  @Autowired EventSender sender;
  @Autowired OperationsAlarms alarms;
  @Autowired Patients patients;
  @Autowired Snapshots<Patient> patientSnapshots;
  @Autowired Snapshots<Planned> planSnapshots;
  @Autowired Leases leases;
  @Autowired Clock clock;
  @Autowired TaskScheduler timers;

  @Autowired
  @Qualifier(ScheduleConfiguration.REPLAN_SCHEDULER)
  TaskScheduler planning;

  private Topics<ScheduleChanged> schedules;
  private String siteId = "";

  @BeforeEach
  void open() {
    schedules = new Topics<>(broker, "pro.schedule.v1", ScheduleChanged.class);
    siteId = "site-" + UUID.randomUUID();
    clinic.put("/sites/" + siteId, Parts.TOKENS.operator(), Clinic.site("Europe/Paris", "15"));
    Awaitility.await("the round at the start").untilAsserted(this::everybodyIsPlanned);
  }

  @AfterEach
  void close() {
    schedules.close();
  }

  @Test
  void anEnrolmentIsPlannedAndPlannedAgainWhenItsInfusionMoves() {
    // Given
    String patientId = enrol(siteId, TODAY);
    ScheduleChanged first = await(patientId, 1);
    assertThat(days(first, DAILY))
        .containsExactlyElementsOf(IntStream.rangeClosed(0, 30).boxed().toList());
    assertThat(due(first, DAILY).getFirst().getDueOn()).isEqualTo(TODAY);
    assertThat(due(first, DAILY).getFirst().getOpensAt())
        .isEqualTo(TODAY.atStartOfDay(ZoneId.of("Europe/Paris")).toInstant());
    assertThat(first.getSiteId()).isEqualTo(siteId);
    assertThat(first.getZoneId()).isEqualTo("Europe/Paris");

    // When
    enrol(patientId, siteId, "ACTIVE", TODAY.plusDays(3));
    enrol(patientId, siteId, "ACTIVE", TODAY.plusDays(3));
    enrol(patientId, siteId, "DECEASED", TODAY.plusDays(3));

    // Then
    assertThat(due(await(patientId, 2), DAILY).getFirst().getDueOn()).isEqualTo(TODAY.plusDays(3));
    assertThat(await(patientId, 3).getForms()).isEmpty();
    assertThat(noted(patientId)).isEmpty();
  }

  @Test
  void theAnswerToAnEnrolmentComesWhenThePlanIsStored() {
    // When
    String patientId = enrol(siteId, TODAY);

    // Then
    assertThat(planSnapshots.find(patientId)).isPresent();
  }

  @Test
  void aProtocolPlansAgainForThePatientsOfItsSiteAndForNobodyElse() {
    // Given
    String patientId = enrol(siteId, TODAY);
    String stranger = enrol(Clinic.SITE, TODAY);
    await(patientId, 1);
    await(stranger, 1);

    // When
    putProtocol("paris-1");

    // Then
    ScheduleChanged planned = await(patientId, 2);
    assertThat(days(planned, DAILY)).containsExactly(0, 7, 14);
    assertThat(planned.getProtocolVersion()).isEqualTo("paris-1");
    putProtocol("paris-2");
    await(patientId, 3);
    awaitNoWishes();
    assertThat(planSnapshots.find(stranger).orElseThrow().revision()).isEqualTo(1);
  }

  @Test
  void aFormIsAskedAsLongAsItsLicenceLasts() {
    // Given
    String patientId = enrol(siteId, TODAY);
    assertThat(forms(await(patientId, 1))).doesNotContain(C30);

    // When
    putLicence(TODAY.plusDays(90));

    // Then
    assertThat(days(await(patientId, 2), C30)).containsExactly(-1, 30, 90);
    putLicence(TODAY.plusDays(89));
    assertThat(days(await(patientId, 3), C30)).containsExactly(-1, 30);
    assertThat(clinic.delete(licence(), admin()).status()).isEqualTo(204);
    assertThat(forms(await(patientId, 4))).contains(DAILY).doesNotContain(C30);
  }

  @Test
  void killedBetweenTheEnrolmentAndItsPlanThePlanIsMadeAllTheSame() {
    // Given
    String patientId = enrol(siteId, TODAY);

    // When
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                replanning.ofPatient(
                    patientId,
                    () -> {
                      patientSnapshots.save(moved(patientId, TODAY.plusDays(5)));
                      throw new IllegalStateException("killed");
                    }));

    // Then
    assertThat(planSnapshots.find(patientId).orElseThrow().revision()).isEqualTo(1);
    bringForward(patientId);
    assertThat(due(await(patientId, 2), DAILY).getFirst().getDueOn()).isEqualTo(TODAY.plusDays(5));
    Awaitility.await().untilAsserted(() -> assertThat(noted(patientId)).isEmpty());
  }

  @Test
  void killedBetweenAProtocolAndItsPlansTheyAreMadeAllTheSame() {
    // Given
    String patientId = enrol(siteId, TODAY);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                replanning.ofSite(
                    siteId,
                    () -> {
                      patientSnapshots.save(moved(patientId, TODAY.plusDays(5)));
                      throw new IllegalStateException("killed");
                    }));

    // When
    bringForward(siteId);

    // Then
    await(patientId, 2);
  }

  @Test
  void whoWasEnrolledBeforeThereWerePlansGetsOne() {
    // Given an enrolment as an older release left it
    String patientId = "p-" + UUID.randomUUID();
    patientSnapshots.save(copy(enrol(siteId, TODAY), patientId, TODAY));
    assertThat(planSnapshots.find(patientId)).isEmpty();

    // When
    notes().deleteOne(eq("_id", "everybody"));

    // Then
    await(patientId, 1);
    Awaitility.await().untilAsserted(this::everybodyIsPlanned);
  }

  @Test
  void onceADayEveryPlanIsMadeAgainAndToldAgain() {
    // Given a change that nobody noted
    String patientId = enrol(siteId, TODAY);
    String other = enrol(siteId, TODAY);
    await(other, 1);
    patientSnapshots.save(moved(patientId, TODAY.plusDays(5)));

    // When
    timer.daily();

    // Then
    await(patientId, 2);
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(schedules.all(each -> other.equals(each.getPatientId())))
                    .hasSize(2)
                    .extracting(ScheduleChanged::getEventId)
                    .containsOnly(await(other, 1).getEventId()));
  }

  @Test
  void whoPlannedFromWhatWasAlreadyHistoryPlansAgain() {
    // Given somebody who changes the enrolment and plans while another is between reading and
    // storing
    String patientId = enrol(siteId, TODAY);
    List<Optional<Planned>> read = new ArrayList<>();
    CurrentPlans slow =
        new CurrentPlans(
            planSnapshots,
            id -> {
              read.add(planner.plan(id));
              if (read.size() == 1) {
                patientSnapshots.save(moved(patientId, TODAY.plusDays(9)));
                plans.make(patientId);
              }
              return read.getLast();
            });
    patientSnapshots.save(moved(patientId, TODAY.plusDays(4)));

    // When
    slow.make(patientId);

    // Then
    assertThat(due(await(patientId, 4), DAILY).getFirst().getDueOn()).isEqualTo(TODAY.plusDays(9));
    assertThat(due(await(patientId, 3), DAILY).getFirst().getDueOn()).isEqualTo(TODAY.plusDays(4));
  }

  @Test
  void manyAtOnceLeaveThePlanOfTheEnrolmentThatStayed() {
    // Given
    String patientId = enrol(siteId, TODAY);

    // When
    CompletableFuture.allOf(
            IntStream.range(0, 24)
                .mapToObj(
                    each ->
                        CompletableFuture.runAsync(
                            () -> {
                              if (each % 6 == 5) {
                                putProtocol("paris-" + each);
                              } else {
                                enrol(patientId, siteId, "ACTIVE", TODAY.plusDays(each));
                              }
                            }))
                .toArray(CompletableFuture[]::new))
        .join();

    // Then
    awaitNoWishes();
    assertThat(planSnapshots.find(patientId).orElseThrow().state())
        .isEqualTo(planner.plan(patientId).orElseThrow());
    long last = planSnapshots.find(patientId).orElseThrow().revision();
    assertThat(due(await(patientId, last), DAILY)).hasSize(3);
  }

  @Test
  void aPatientWhosePlanFailsHoldsUpNobodyElseAndAPersonIsToldOnce() {
    // Given
    String bad = enrol(siteId, TODAY);
    String good = enrol(siteId, TODAY);
    MongoCollection<Document> apart = database.getCollection("notes_of_" + siteId);
    ReplanNotes ownNotes = new ReplanNotes(apart);
    ownNotes.done(
        new ReplanNote("everybody", Scope.EVERYBODY, "", Instant.EPOCH, 0), clock.instant());
    AtomicBoolean broken = new AtomicBoolean(true);
    List<String> made = new ArrayList<>();
    CurrentPlans ownPlans =
        new CurrentPlans(
            planSnapshots,
            id -> {
              if (id.equals(bad) && broken.get()) {
                throw new IllegalStateException("cannot be planned");
              }
              made.add(id);
              return Optional.empty();
            });
    ReplanTimer ownTimer =
        new ReplanTimer(
            new ReplanRound(ownNotes, ownPlans, patients, leases, clock),
            ownNotes,
            new Republication<>(planSnapshots, form, sender, leases, clock),
            alarms,
            clock);
    ownNotes.add(Scope.SITE, siteId, clock.instant(), 0);
    try (Topics<OperationsAlarm> told =
        new Topics<>(broker, "pro.operations.v1", OperationsAlarm.class)) {

      // When
      for (int i = 0; i < 4; i++) {
        ownTimer.goOn();
        apart.updateMany(eq("of", bad), set("from", new Date(0)));
      }

      // Then
      assertThat(made).containsExactly(good);
      assertThat(ownNotes.due(clock.instant()))
          .extracting(ReplanNote::scope, ReplanNote::of, ReplanNote::failures)
          .containsExactly(tuple(Scope.PATIENT, bad, 4));
      told.await(each -> stuck(each, AlarmState.RAISED));
      broken.set(false);
      ownTimer.goOn();
      told.await(each -> stuck(each, AlarmState.CLEARED));
      assertThat(told.all(each -> stuck(each, AlarmState.RAISED))).hasSize(1);
      assertThat(made).containsExactly(good, bad);
      assertThat(ownNotes.due(clock.instant())).isEmpty();
    }
  }

  @Test
  void otherTimersDoNotWaitForALargeSite() {
    assertThat(timers)
        .isInstanceOfSatisfying(
            ThreadPoolTaskScheduler.class,
            pool ->
                assertThat(pool.getScheduledThreadPoolExecutor().getCorePoolSize())
                    .isGreaterThan(8));
    assertThat(planning).isNotSameAs(timers);
  }

  private static boolean stuck(OperationsAlarm alarm, AlarmState state) {
    return alarm.getCode().equals("PLAN_STUCK") && alarm.getState() == state;
  }

  private String enrol(String site, LocalDate infusion) {
    String patientId = "p-" + UUID.randomUUID();
    enrol(patientId, site, "ACTIVE", infusion);
    return patientId;
  }

  private void enrol(String patientId, String site, String status, LocalDate infusion) {
    Clinic.Answer answer =
        clinic.put(
            "/patients/" + patientId,
            Parts.TOKENS.siteAdmin(site),
            """
            {"siteId":"%s","schedule":"cart-home","status":"%s","therapy":[
              {"product":"axi-cel","indication":"lbcl","infusionDate":"%s"}]}
            """
                .formatted(site, status, infusion));
    assertThat(answer.status()).isIn(200, 201);
  }

  /** The stored enrolment with another infusion date. */
  private Patient moved(String patientId, LocalDate infusion) {
    return copy(patientId, patientId, infusion);
  }

  private Patient copy(String of, String patientId, LocalDate infusion) {
    Patient stored = patients.find(of).orElseThrow().state();
    return new Patient(
        patientId,
        stored.siteId(),
        stored.zone(),
        stored.language(),
        List.of(new Therapy("axi-cel", "lbcl", infusion)),
        stored.schedule(),
        stored.carers(),
        stored.consent(),
        stored.status(),
        stored.synthetic());
  }

  private void putProtocol(String version) {
    Clinic.Answer answer =
        clinic.put(
            "/sites/" + siteId + "/protocols/cart-home",
            admin(),
            """
            {"version":"%s","title":"Weekly","entries":[
              {"questionnaire":"https://procart.org/fhir/Questionnaire/cart-home-check",
               "when":{"onDays":[0,7,14]}}]}
            """
                .formatted(version));
    assertThat(answer.status()).isIn(200, 201);
  }

  private void putLicence(LocalDate validTo) {
    Clinic.Answer answer =
        clinic.put(
            licence(),
            admin(),
            """
            {"licenceHolder":"Example Hospital","reference":"C30-1","validTo":"%s"}
            """
                .formatted(validTo));
    assertThat(answer.status()).isIn(200, 201);
  }

  private String licence() {
    return "/sites/" + siteId + "/licences/" + C30;
  }

  private String admin() {
    return Parts.TOKENS.siteAdmin(siteId);
  }

  private MongoCollection<Document> notes() {
    return database.getCollection("replan_notes");
  }

  private void everybodyIsPlanned() {
    assertThat(notes().find(eq("_id", "everybody")).first()).isNotNull();
  }

  private List<Document> noted(String of) {
    return notes().find(eq("of", of)).into(new ArrayList<>());
  }

  /** As if the time that a change may take were over. */
  private void bringForward(String of) {
    assertThat(noted(of)).hasSize(1);
    notes().updateOne(eq("of", of), set("from", new Date(0)));
  }

  private void awaitNoWishes() {
    Awaitility.await().untilAsserted(() -> assertThat(noted(siteId)).isEmpty());
  }

  private ScheduleChanged await(String patientId, long revision) {
    return schedules.await(
        each -> patientId.equals(each.getPatientId()) && each.getRevision() == revision);
  }

  private static List<String> forms(ScheduleChanged schedule) {
    return schedule.getForms().stream()
        .map(form -> form.getQuestionnaire().replaceFirst(".*/", ""))
        .toList();
  }

  private static List<Integer> days(ScheduleChanged schedule, String form) {
    return due(schedule, form).stream().map(DueReport::getDay).toList();
  }

  private static List<DueReport> due(ScheduleChanged schedule, String form) {
    return schedule.getForms().stream()
        .filter(each -> each.getQuestionnaire().endsWith("/" + form))
        .findFirst()
        .map(PlannedForm::getDue)
        .orElse(List.of());
  }
}
