package org.procart.notification.patient;

import org.jspecify.annotations.Nullable;

/** What we know of a patient: whose site it is. */
public record Patient(String patientId, long revision, @Nullable String siteId) {}
