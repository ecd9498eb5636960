package org.procart.alerting.adherence;

import java.util.Collection;
import java.util.Map;

/** What was done lately for patients whose reports did not come. */
interface WatchStore {

  Steps find(String patientId);

  /** Of each of them; those without have none. */
  Map<String, Steps> findAll(Collection<String> patientIds);

  /**
   * @return false when it was taken before
   */
  boolean take(String patientId, Step step);

  void erase(String patientId);
}
