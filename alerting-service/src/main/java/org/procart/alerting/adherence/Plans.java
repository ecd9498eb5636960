package org.procart.alerting.adherence;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What is asked of each patient, as alerting knows it. */
interface Plans {

  /**
   * @return false when the same or a newer revision is known
   */
  boolean keep(Plan plan);

  void erase(String patientId);

  /** Those of them that are known. */
  List<Plan> findAll(Collection<String> patientIds);

  /** Everybody of whom anything is asked; for rounds that are rare. */
  void forEachPatient(Consumer<String> patientId);
}
