package org.procart.notification.patient;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What we know of a patient: whose site it is, and whether anybody may still be reminded.
 *
 * @param status as in the enrolment; null in copies older than this field
 * @param careConsent null in copies older than this field
 */
public record Patient(
    String patientId,
    long revision,
    @Nullable String siteId,
    @Nullable String status,
    @Nullable Boolean careConsent) {

  private static final Set<String> OVER = Set.of("COMPLETED", "WITHDRAWN", "DECEASED");

  /** A status that this release does not know stops nothing: who asks for reminders knows it. */
  public boolean mayBeReminded() {
    return (status == null || !OVER.contains(status)) && !Boolean.FALSE.equals(careConsent);
  }
}
