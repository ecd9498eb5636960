package org.procart.alerting.adherence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Who is to be looked at in which minute. A look at what is due reads the minutes that have passed
 * since the last one, however many patients there are.
 */
interface DueSlots {

  /**
   * A wish to look at a patient.
   *
   * @param slot where it is kept
   * @param name tells it from another wish for the same patient in the same minute
   */
  record Entry(String slot, String name, String patientId) {}

  /** In the minute that begins at the moment or after it; at once where that is over. */
  void put(String patientId, Instant moment);

  /** What is wished for all minutes that have begun and were not finished. */
  List<Entry> due();

  /** These wishes, and no others that came meanwhile, were fulfilled. */
  void done(Collection<Entry> entries);

  /** Nothing before the current minute is left. */
  void finished();
}
