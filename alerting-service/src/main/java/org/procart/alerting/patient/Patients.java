package org.procart.alerting.patient;

import java.util.Optional;

/** The patients as alerting knows them. */
public interface Patients {

  Optional<Patient> find(String patientId);

  /**
   * @return false when the same or a newer revision is known
   */
  boolean keep(Patient patient);

  void erase(String patientId);
}
