package org.procart.alerting.alert;

import java.time.Instant;

/**
 * A person closed an alert.
 *
 * @param outcome code
 * @param by pseudonym of the person
 * @param at when
 */
public record Closure(String outcome, String by, Instant at) {}
