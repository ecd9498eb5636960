package org.procart.alerting.adherence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.adherence.Plan.Due;
import org.procart.alerting.adherence.Plan.Form;
import org.procart.alerting.coverage.Covered;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.patient.Patient;
import org.procart.alerting.patient.Patient.Care;
import org.procart.alerting.patient.Patient.Carer;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.TestRules;

/** A patient under watch, whose days pass as the test says. */
final class TestWatch {

  static final String DAILY = "https://procart.org/fhir/Questionnaire/cart-home-check";
  static final String WEEKLY = "https://procart.org/fhir/Questionnaire/pro-ctcae-cart-weekly";
  static final SilenceProperties LIMITS =
      new SilenceProperties(
          LocalTime.of(8, 0), LocalTime.of(21, 0), Duration.ofHours(1), Duration.ofDays(7));
  static final LocalDate INFUSION = LocalDate.of(2026, 3, 2);

  private final RuleSet rules = TestRules.defaultSet();
  private ZoneId zone = ZoneId.of("UTC");
  private LocalDate infusion = INFUSION;
  private String status = "ACTIVE";
  private boolean consent = true;
  private boolean synthetic;
  private List<Carer> carers = List.of(new Carer("carer-1", null, null));
  private @Nullable Instant unchangedSince;
  private Covered covered = new Covered(Instant.EPOCH, Instant.MAX);
  private final List<ScoredReport> reports = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  TestWatch in(String zoneId) {
    zone = ZoneId.of(zoneId);
    return this;
  }

  TestWatch infusedOn(LocalDate day) {
    infusion = day;
    return this;
  }

  TestWatch status(String other) {
    status = other;
    return this;
  }

  TestWatch withoutConsent() {
    consent = false;
    return this;
  }

  TestWatch synthetic() {
    synthetic = true;
    return this;
  }

  TestWatch carers(Carer... others) {
    carers = List.of(others);
    return this;
  }

  TestWatch unchangedSince(Instant moment) {
    unchangedSince = moment;
    return this;
  }

  TestWatch covered(Instant since, Instant through) {
    covered = new Covered(since, through);
    return this;
  }

  TestWatch sent(ScoredReport report) {
    reports.add(report);
    return this;
  }

  /** A moment of a day after infusion, on the patient's clock. */
  Instant day(int day, int hour, int minute) {
    return infusion.plusDays(day).atTime(hour, minute).atZone(zone).toInstant();
  }

  /** As stored and told, but not yet done; the time in which it settles has passed. */
  Look lookAt(Instant due) {
    Instant now = due.plus(Vigil.SETTLES);
    return Vigil.of(
        patient(), plan(), rules, new Steps(List.copyOf(steps)), reports, LIMITS, now, covered);
  }

  /** When something is due next. */
  @Nullable Instant nextDue(Instant now) {
    Instant nextAt = lookAt(now).nextAt();
    return nextAt == null ? null : nextAt.minus(Vigil.SETTLES);
  }

  /** Does what is due, in the order in which it is told, and says it: stage, form and count. */
  List<String> pass(Instant now) {
    List<String> done = new ArrayList<>();
    List<Act> acts = lookAt(now).acts();
    while (!acts.isEmpty()) {
      for (Act act : acts) {
        done.add(perform(act, now));
      }
      acts = lookAt(now).acts();
    }
    return done;
  }

  /** What reached nobody, as notification tells it. */
  void reachedNobody(int day, Stage stage) {
    PlannedReport report = planned(DAILY, day);
    steps.add(Step.skipped(Reminders.id(report, stage), Instant.EPOCH));
  }

  private String perform(Act act, Instant now) {
    PlannedReport report = act.awaited().report();
    steps.add(
        act instanceof Act.Skip
            ? Step.skipped(Reminders.id(report, act.stage()), now)
            : Step.taken(report, act.stage(), now));
    String about = act.stage() + " day " + report.due().day();
    return switch (act) {
      case Act.Remind remind -> about + " " + remind.persons();
      case Act.Skip _ -> about + " nobody";
      case Act.Alarm alarm -> about + " " + level(alarm) + " " + alarm.inARow();
      case Act.Note note -> about + " " + note.report().scoreId();
    };
  }

  private static String level(Act.Alarm alarm) {
    return alarm.awaited().unheard().clause().level().name();
  }

  private PlannedReport planned(String form, int day) {
    return PlannedReport.of("patient-1", form, due(day, 0, 1));
  }

  Patient patient() {
    return new Patient(
        "patient-1",
        1L,
        "site-a",
        synthetic,
        zone.getId(),
        List.of(new Patient.Therapy("axi-cel", "DLBCL", infusion)),
        status,
        new Care(
            "en",
            carers,
            consent,
            "cart-home",
            Instant.EPOCH,
            unchangedSince == null ? Instant.EPOCH : unchangedSince));
  }

  Plan plan() {
    List<Due> daily = IntStream.rangeClosed(0, 30).mapToObj(day -> due(day, 0, 1)).toList();
    List<Due> weekly =
        IntStream.iterate(7, day -> day <= 84, day -> day + 7)
            .mapToObj(day -> due(day, 1, 3))
            .toList();
    return new Plan("patient-1", 1L, List.of(new Form(DAILY, daily), new Form(WEEKLY, weekly)));
  }

  private Due due(int day, int before, int after) {
    LocalDate dueOn = infusion.plusDays(day);
    return new Due(
        dueOn,
        infusion,
        day,
        dueOn.minusDays(before).atStartOfDay(zone).toInstant(),
        dueOn.plusDays(after).atTime(before == 0 ? 12 : 0, 0).atZone(zone).toInstant());
  }
}
