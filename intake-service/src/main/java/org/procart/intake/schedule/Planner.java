package org.procart.intake.schedule;

import java.util.List;
import java.util.Optional;
import org.procart.intake.licence.Licences;
import org.procart.intake.patient.Patient;
import org.procart.intake.patient.Patients;
import org.procart.intake.protocol.Entry;
import org.procart.intake.protocol.Protocol;
import org.procart.intake.protocol.Protocols;
import org.procart.intake.snapshot.Snapshot;

/** Works a patient's plan out from what is stored now. */
final class Planner {

  private final Patients patients;
  private final Protocols protocols;
  private final Licences licences;

  Planner(Patients patients, Protocols protocols, Licences licences) {
    this.patients = patients;
    this.protocols = protocols;
    this.licences = licences;
  }

  /** Empty: there is no such patient. */
  Optional<Planned> plan(String patientId) {
    return patients.find(patientId).map(Snapshot::state).map(this::plan);
  }

  private Planned plan(Patient patient) {
    Protocol protocol =
        protocols
            .find(patient.siteId(), patient.schedule())
            .orElseGet(() -> new Protocol(patient.schedule(), "", "", null, List.of()));
    List<String> urls = protocol.entries().stream().map(Entry::questionnaire).distinct().toList();
    return Planned.of(patient, protocol, new Licensed(licences.lastDays(patient.siteId(), urls)));
  }
}
