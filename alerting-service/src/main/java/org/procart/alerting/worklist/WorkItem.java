package org.procart.alerting.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to read that pages nobody.
 *
 * @param itemId deterministic id
 * @param kind FREE_TEXT: the reporter wrote words, which staff read in intake's store
 * @param patientId pseudonym
 * @param siteId responsible site; null where none is known
 * @param synthetic true for proof-of-life patients
 * @param submissionId event id of the report
 * @param receipt of the report
 * @param reporter who wrote
 * @param observedAt when it was observed
 * @param receivedAt when it was received
 */
public record WorkItem(
    String itemId,
    String kind,
    String patientId,
    @Nullable String siteId,
    Boolean synthetic,
    String submissionId,
    @Nullable String receipt,
    String reporter,
    Instant observedAt,
    Instant receivedAt) {}
