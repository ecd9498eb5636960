package org.procart.alerting.alert;

import org.jspecify.annotations.Nullable;

/**
 * Whom an alert is about.
 *
 * @param patientId null: nobody knows, each such report is an alert of its own
 * @param siteId null: nobody knows, the platform's desk is paged
 * @param synthetic true for proof-of-life patients
 */
public record Subject(@Nullable String patientId, @Nullable String siteId, Boolean synthetic) {}
