package org.procart.intake.schedule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.procart.chassis.store.Leases;
import org.procart.intake.patient.Patients;
import org.procart.intake.schedule.ReplanNote.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fulfils the wishes that are due, one instance at a time. A wish goes when every plan it asked for
 * was made, so a crash repeats it. A patient whose plan cannot be made holds up nobody else: a wish
 * for that patient alone takes its place.
 */
class ReplanRound {

  private static final Logger LOG = LoggerFactory.getLogger(ReplanRound.class);
  private static final String LEASE = "replan";
  private static final Duration LEASED = Duration.ofMinutes(1);
  private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);
  private static final int PROLONGED_EVERY = 50;

  private final ReplanNotes notes;
  private final CurrentPlans plans;
  private final Patients patients;
  private final Leases leases;
  private final Clock clock;

  ReplanRound(
      ReplanNotes notes, CurrentPlans plans, Patients patients, Leases leases, Clock clock) {
    this.notes = notes;
    this.plans = plans;
    this.patients = patients;
    this.leases = leases;
    this.clock = clock;
  }

  private record Target(Scope scope, String of) {}

  /** False: nothing was due, or another instance is at it. */
  synchronized boolean run() {
    Map<Target, List<ReplanNote>> due =
        notes.due(clock.instant()).stream()
            .collect(
                groupingBy(
                    note -> new Target(note.scope(), note.of()), LinkedHashMap::new, toList()));
    if (due.isEmpty() || !leases.take(LEASE, LEASED)) {
      return false;
    }
    due.forEach(this::fulfil);
    leases.release(LEASE);
    return true;
  }

  private void fulfil(Target target, List<ReplanNote> wishes) {
    int failures = wishes.stream().mapToInt(ReplanNote::failures).max().orElse(0);
    int made = 0;
    for (String patientId : patientIds(target)) {
      if (made++ % PROLONGED_EVERY == 0 && !leases.take(LEASE, LEASED)) {
        return; // this instance was away for so long that another began
      }
      make(patientId, failures);
    }
    wishes.forEach(wish -> notes.done(wish, clock.instant()));
    LOG.atInfo()
        .addKeyValue("scope", target.scope())
        .addKeyValue("of", target.of())
        .addKeyValue("patients", made)
        .log("Plans made again");
  }

  private List<String> patientIds(Target target) {
    return switch (target.scope()) {
      case PATIENT -> List.of(target.of());
      case SITE -> patients.idsOfSite(target.of());
      case EVERYBODY -> patients.ids();
    };
  }

  private void make(String patientId, int failures) {
    try {
      plans.make(patientId);
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("patientId", patientId)
          .addKeyValue("exception", e.getClass().getName())
          .log("A plan could not be made; it is tried again");
      notes.add(Scope.PATIENT, patientId, clock.instant().plus(AGAIN_AFTER), failures + 1);
    }
  }
}
