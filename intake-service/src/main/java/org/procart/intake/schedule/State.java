package org.procart.intake.schedule;

/** What is to be done about an occurrence. */
enum State {
  UPCOMING,
  OPEN,
  DONE,
  /** Due, and still taken. */
  LATE,
  MISSED,
  /** The site has no valid licence for the questionnaire: nobody may be asked. */
  NOT_LICENSED,
  /** The patient is not to be asked any more. */
  CANCELLED
}
