package org.procart.notification.cover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.procart.notification.policy.EscalationPolicy;

/**
 * A site at one instant.
 *
 * @param language of its desk; null: unknown
 * @param smsSuppliers as many as are set up
 */
record Situation(
    EscalationPolicy policy,
    OnDuty onDuty,
    @Nullable String language,
    Instant at,
    int smsSuppliers) {}
