package org.procart.intake.patient;

import java.util.Optional;
import org.procart.intake.replan.Replanning;
import org.procart.intake.snapshot.Saved;
import org.procart.intake.snapshot.Snapshot;
import org.springframework.stereotype.Component;

/** Enrolments as they are sent by sites. */
@Component
class Enrolments {

  private final Patients patients;
  private final Replanning replanning;

  Enrolments(Patients patients, Replanning replanning) {
    this.patients = patients;
    this.replanning = replanning;
  }

  Optional<Snapshot<Patient>> find(String patientId) {
    return patients.find(patientId);
  }

  Saved<Patient> save(Patient patient) {
    return replanning.ofPatient(patient.patientId(), () -> patients.save(patient));
  }
}
