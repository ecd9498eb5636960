package org.procart.intake.questionnaire;

import java.time.Clock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.security.Caller;
import org.procart.intake.patient.Patient;
import org.procart.intake.patient.Patients;
import org.procart.intake.snapshot.Snapshot;
import org.springframework.stereotype.Component;

/** For whom a site's licensed wording is: its staff, front ends and patients, and their carers. */
@Component
class WordingReaders {

  private final Patients patients;
  private final Clock clock;

  WordingReaders(Patients patients, Clock clock) {
    this.patients = patients;
    this.clock = clock;
  }

  boolean mayRead(Caller caller, String siteId) {
    return (caller.hasAny("front-end", "site-admin", "clinician") && caller.seesSite(siteId))
        || (caller.has("patient") && enrolled(caller.patientId(), siteId, patient -> true))
        || (caller.has("carer") && caresForSomebody(caller, siteId));
  }

  private boolean caresForSomebody(Caller caller, String siteId) {
    return caller.patients().stream()
        .anyMatch(
            patientId ->
                enrolled(
                    patientId,
                    siteId,
                    patient -> patient.hasCarer(caller.subject(), clock.instant())));
  }

  private boolean enrolled(
      @Nullable String patientId, String siteId, Predicate<Patient> condition) {
    return patientId != null
        && patients
            .find(patientId)
            .map(Snapshot::state)
            .filter(patient -> patient.siteId().equals(siteId))
            .filter(condition)
            .isPresent();
  }
}
