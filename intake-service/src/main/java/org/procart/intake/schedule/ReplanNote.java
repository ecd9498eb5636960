package org.procart.intake.schedule;

import java.time.Instant;

/**
 * A wish that plans are made again.
 *
 * @param of id of the patient or site; empty: everybody
 * @param from when it is time
 * @param failures how often it was tried in vain
 */
record ReplanNote(String noteId, Scope scope, String of, Instant from, int failures) {

  enum Scope {
    PATIENT,
    SITE,
    EVERYBODY
  }
}
