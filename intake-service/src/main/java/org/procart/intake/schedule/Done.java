package org.procart.intake.schedule;

import java.time.Instant;

/**
 * A report that came.
 *
 * @param questionnaire canonical URL without version
 * @param reporter PATIENT, CARER, STAFF or UNKNOWN
 * @param partial more of it is to come
 */
record Done(
    String questionnaire, Instant observedAt, String receipt, String reporter, boolean partial) {}
