package org.procart.alerting.adherence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.AlertStore;
import org.procart.alerting.alert.Alerts;
import org.procart.alerting.alert.Correction;
import org.procart.alerting.alert.Doubt;
import org.procart.alerting.alert.Ring;
import org.procart.alerting.coverage.Covered;
import org.procart.alerting.history.ScoreHistory;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.patient.Patient;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.RulesInForce;
import org.procart.alerting.rule.Subject;
import org.procart.schemas.event.EventId;
import org.springframework.stereotype.Component;

/**
 * Looks at patients whose time has come, and does what is due. Everything may be done twice: a
 * reminder and an alert know what caused them.
 */
@Component
class Silence {

  private static final Duration SOON = Duration.ofMinutes(1);

  /** Everybody may be skipped on the way to the nurse. */
  private static final int LOOKS = Stage.values().length + 1;

  private final ScoreHistory history;
  private final RulesInForce rules;
  private final Watches watches;
  private final Reminders reminders;
  private final Alerts alerts;
  private final AlertStore store;
  private final SilenceProperties limits;

  Silence(
      ScoreHistory history,
      RulesInForce rules,
      Watches watches,
      Reminders reminders,
      Alerts alerts,
      AlertStore store,
      SilenceProperties limits) {
    this.history = history;
    this.rules = rules;
    this.watches = watches;
    this.reminders = reminders;
    this.alerts = alerts;
    this.store = store;
    this.limits = limits;
  }

  /**
   * A patient as known for one look.
   *
   * @param plan null: nothing is asked
   */
  record Known(Patient patient, @Nullable Plan plan, Steps steps) {}

  /** What was sent in the time that is looked back, of all of them at once. */
  Map<String, List<ScoredReport>> reports(Collection<String> patientIds, Instant now) {
    Instant from = now.minus(limits.lookBack()).minus(limits.lookBack());
    return history.observedBetween(patientIds, from, now.plus(SOON));
  }

  /**
   * @return true when something is due that cannot be judged yet
   */
  boolean look(Known known, List<ScoredReport> reports, Instant now, Covered covered) {
    Patient patient = known.patient();
    HospitalStay stay = new HospitalStay(patient, rules(patient, Subject.STAY));
    if (stay.goesOn()) {
      ask(stay, now);
      watches.lookAt(patient.patientId(), stay.nextAfter(now));
      return false;
    }
    Plan plan = known.plan();
    return plan != null && follow(known, plan, reports, now, covered);
  }

  private boolean follow(
      Known known, Plan plan, List<ScoredReport> reports, Instant now, Covered covered) {
    Patient patient = known.patient();
    RuleSet set = rules(patient, Subject.SILENCE);
    Steps steps = known.steps();
    Look look = Look.NOTHING;
    for (int looks = 0; looks < LOOKS; looks++) {
      look = Vigil.of(patient, plan, set, steps, reports, limits, now, covered);
      if (look.acts().isEmpty()) {
        break;
      }
      look.acts().forEach(act -> perform(patient, act, now));
      steps = watches.of(List.of(patient.patientId())).getOrDefault(patient.patientId(), steps);
    }
    Instant nextAt = look.blocked() || !look.acts().isEmpty() ? now.plus(SOON) : look.nextAt();
    if (nextAt != null) {
      watches.lookAt(patient.patientId(), nextAt);
    }
    return look.blocked();
  }

  private void perform(Patient patient, Act act, Instant now) {
    switch (act) {
      case Act.Remind remind -> reminders.send(patient, remind);
      case Act.Alarm alarm -> alarm(patient, alarm, now);
      case Act.Note note -> note(patient, note);
      case Act.Skip skip -> {
        String reminderId = Reminders.id(skip.awaited().report(), skip.stage());
        watches.take(patient.patientId(), Step.skipped(reminderId, now));
      }
    }
    if (!(act instanceof Act.Skip)) {
      watches.take(patient.patientId(), Step.taken(act.awaited().report(), act.stage(), now));
    }
  }

  /** A red patient who falls silent is a red that became worse; else it is an alert of its own. */
  private void alarm(Patient patient, Act.Alarm alarm, Instant now) {
    Ring ring = new SilenceRings(patient, now).of(alarm);
    Optional<Alert.Live> red = latestRed(patient, ring);
    boolean told =
        red.isPresent()
            && alerts.tell(
                red.get().episode().alertId(), ring.as(red.get().episode().heard().rule()));
    if (!told) {
      alerts.ring(ring);
    }
  }

  /** Where a crash came between the alert and its note, the alert that heard it hears it again. */
  private Optional<Alert.Live> latestRed(Patient patient, Ring ring) {
    List<Alert.Live> reds =
        store.liveOf(patient.patientId()).stream()
            .filter(alert -> alert.episode().pageable())
            .filter(alert -> alert.episode().level() == Level.RED)
            .filter(alert -> !alert.episode().origin().openKey().equals(ring.openKey()))
            .sorted(Comparator.comparing((Alert.Live a) -> a.episode().sounding().at()).reversed())
            .toList();
    return reds.stream()
        .filter(alert -> alert.episode().wasChangedBy(ring.causeId()))
        .findFirst()
        .or(() -> reds.stream().findFirst());
  }

  private void note(Patient patient, Act.Note note) {
    ScoredReport report = note.report();
    String plannedId = note.awaited().report().id();
    alerts.correct(
        patient.patientId(),
        new Doubt(
            plannedId,
            null,
            new Correction(
                EventId.of("missing-report-came", plannedId),
                report.receipt(),
                Correction.Reason.REPORT_CAME)));
  }

  private void ask(HospitalStay stay, Instant now) {
    Patient patient = stay.patient();
    stay.at(now)
        .ifPresent(
            question ->
                question
                    .ringing()
                    .forEach(
                        ringing ->
                            alerts.ring(
                                new SilenceRings(patient, now)
                                    .of(question, stay.rules(), ringing))));
  }

  private RuleSet rules(Patient patient, Subject subject) {
    return rules.now().forSite(patient.siteId(), subject);
  }
}
