package org.procart.alerting.patient;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The patients as alerting knows them. */
public interface Patients {

  Optional<Patient> find(String patientId);

  /** Those of them that are known. */
  List<Patient> findAll(Collection<String> patientIds);

  /**
   * @return false when the same or a newer revision is known
   */
  boolean keep(Patient patient);

  void erase(String patientId);
}
