package org.procart.alerting.alert;

import java.time.Instant;

/**
 * What never changes in an episode.
 *
 * @param alertId deterministic id
 * @param openKey while open, one alert has it
 * @param subject whom it is about
 * @param openedAt when it began
 */
public record Origin(String alertId, String openKey, Subject subject, Instant openedAt) {}
