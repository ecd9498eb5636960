package org.procart.intake.replan;

import java.util.function.Supplier;

/**
 * Makes plans again when what they are made from changes. It is noted in the store before the
 * change, so that a crash in between loses nothing.
 */
public interface Replanning {

  /** Makes the patient's plan again before it returns. */
  <T> T ofPatient(String patientId, Supplier<T> change);

  /** The plans of all patients of the site are made again soon afterwards. */
  <T> T ofSite(String siteId, Supplier<T> change);
}
