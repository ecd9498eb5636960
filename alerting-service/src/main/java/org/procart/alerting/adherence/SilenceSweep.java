package org.procart.alerting.adherence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.coverage.Coverage;
import org.procart.alerting.coverage.Covered;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.patient.Patient;
import org.procart.alerting.patient.Patients;
import org.procart.alerting.rule.RuleSets;
import org.procart.alerting.rule.RulesInForce;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.store.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at those whose minute has come; one instance at a time. */
@Component
class SilenceSweep {

  private static final Logger LOG = LoggerFactory.getLogger(SilenceSweep.class);
  private static final String NAME = "silence";
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration EVERYBODY_AFTER = Duration.ofHours(6);
  private static final int AT_ONCE = 100;
  private static final String ALARM = "SILENCE_NOT_JUDGED";
  private static final String TEXT =
      "Reports that should have come cannot be judged: intake's sign of life is missing, or what it"
          + " received is not scored yet. Nobody is reminded or alerted meanwhile; telephone the"
          + " patients who are due if it lasts. Look at intake, scoring and alerting.";

  private final DueSlots slots;
  private final Silence silence;
  private final Patients patients;
  private final Plans plans;
  private final Watches watches;
  private final Coverage coverage;
  private final RulesInForce rules;
  private final Leases leases;
  private final OperationsAlarms alarms;
  private final Clock clock;
  private @Nullable RuleSets lookedWith;
  private Instant everybodyAt = Instant.EPOCH;
  private @Nullable Instant blockedSince;
  private @Nullable Instant toldOf;

  SilenceSweep(
      DueSlots slots,
      Silence silence,
      Patients patients,
      Plans plans,
      Watches watches,
      Coverage coverage,
      RulesInForce rules,
      Leases leases,
      OperationsAlarms alarms,
      Clock clock) {
    this.slots = slots;
    this.silence = silence;
    this.patients = patients;
    this.plans = plans;
    this.watches = watches;
    this.coverage = coverage;
    this.rules = rules;
    this.leases = leases;
    this.alarms = alarms;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${procart.alerting.silence.look-every:PT5S}")
  void sweep() {
    if (leases.take(NAME, LEASE)) {
      lookAtEverybodyNowAndThen();
      lookAtWhatIsDue();
    }
  }

  synchronized void lookAtWhatIsDue() {
    List<DueSlots.Entry> due = slots.due();
    boolean blocked = false;
    boolean mine = true;
    // Asked each time, so that it is known how far everything was judged when somebody is due.
    Covered covered = coverage.now();
    for (int from = 0; mine && from < due.size(); from += AT_ONCE) {
      List<DueSlots.Entry> some = due.subList(from, Math.min(from + AT_ONCE, due.size()));
      blocked |= look(some, covered);
      slots.done(some);
      mine = leases.take(NAME, LEASE);
    }
    if (mine) {
      slots.finished();
    }
    if (!due.isEmpty()) {
      tellOperations(blocked);
    }
  }

  /** Other rules may mean other times; and what was lost against all care is found again. */
  private void lookAtEverybodyNowAndThen() {
    RuleSets now = rules.now();
    Instant moment = clock.instant();
    if (now != lookedWith || !moment.isBefore(everybodyAt)) {
      plans.forEachPatient(watches::lookSoon);
      lookedWith = now;
      everybodyAt = moment.plus(EVERYBODY_AFTER);
    }
  }

  private boolean look(Collection<DueSlots.Entry> entries, Covered covered) {
    Set<String> ids =
        entries.stream()
            .map(DueSlots.Entry::patientId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Instant now = clock.instant();
    Map<String, Plan> planned = byId(plans.findAll(ids), Plan::patientId);
    Map<String, Steps> steps = watches.of(ids);
    Map<String, List<ScoredReport>> reports = silence.reports(ids, now);
    boolean blocked = false;
    for (Patient patient : patients.findAll(ids)) {
      String id = patient.patientId();
      blocked |=
          look(
              new Silence.Known(patient, planned.get(id), steps.getOrDefault(id, Steps.NONE)),
              reports.getOrDefault(id, new ArrayList<>()),
              now,
              covered);
    }
    return blocked;
  }

  /** What goes wrong with one patient must not keep the others waiting. */
  private boolean look(
      Silence.Known known, List<ScoredReport> reports, Instant now, Covered covered) {
    try {
      return silence.look(known, reports, now, covered);
    } catch (RuntimeException e) {
      watches.lookAt(known.patient().patientId(), now.plus(Duration.ofMinutes(1)));
      LOG.atError()
          .addKeyValue("patientId", known.patient().patientId())
          .addKeyValue("exception", e.getClass().getName())
          .log("Missing reports of a patient could not be judged; tried again in a minute");
      return false;
    }
  }

  private void tellOperations(boolean blocked) {
    Instant now = clock.instant();
    if (!blocked) {
      blockedSince = null;
      alarms.clear(ALARM, null);
    } else if (blockedSince == null) {
      blockedSince = now;
    } else if (!blockedSince.plus(PATIENCE).isAfter(now) && !blockedSince.equals(toldOf)) {
      toldOf = blockedSince;
      alarms.raise(ALARM, null, TEXT);
    }
  }

  private static <T> Map<String, T> byId(Collection<T> all, Function<T, String> id) {
    Map<String, T> byId = new HashMap<>();
    all.forEach(each -> byId.put(id.apply(each), each));
    return byId;
  }
}
