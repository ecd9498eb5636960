package org.procart.intake.submission;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.procart.intake.patient.Patient;
import org.procart.intake.site.Site;
import org.procart.intake.snapshot.Snapshot;

/**
 * Whose report it is and who sent it.
 *
 * @param patientId set also where a trusted token names a patient who is not enrolled
 * @param claimed what the sender says whose it is; never published
 */
record Origin(
    Standing standing,
    @Nullable Snapshot<Patient> patient,
    @Nullable Snapshot<Site> site,
    @Nullable String siteId,
    @Nullable String patientId,
    @Nullable String claimed,
    Reporter reporter,
    @Nullable String reporterId) {

  /** What the sender may do with this report. */
  enum Standing {
    /** The patient is known and the sender may report. */
    ALLOWED,
    /** Nobody of that name is enrolled. */
    UNKNOWN_PATIENT,
    /** The report names nobody, and the token does not either. */
    NO_PATIENT,
    /** Somebody else's patient, or a token that may not report at all. */
    NOT_YOURS
  }

  /** Who answered. Names are part of the contract of {@code pro.submission.v1}. */
  enum Reporter {
    UNKNOWN,
    PATIENT,
    CARER,
    STAFF
  }

  ZoneId zone() {
    if (patient != null) {
      return patient.state().zone();
    }
    return site == null ? ZoneOffset.UTC : site.state().zone();
  }

  @Nullable String language() {
    return patient == null ? null : patient.state().language();
  }

  boolean watched() {
    return patient == null || patient.state().watched();
  }
}
