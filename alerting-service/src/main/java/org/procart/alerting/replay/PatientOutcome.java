package org.procart.alerting.replay;

import java.util.Set;

/**
 * What came of one patient's reports.
 *
 * @param reports submissionIds of those that came in the period
 * @param days from the first to the last of them, both counted, by date in UTC
 */
record PatientOutcome(
    String patientId,
    Set<String> reports,
    int days,
    PatientWatch candidate,
    PatientWatch compared) {}
