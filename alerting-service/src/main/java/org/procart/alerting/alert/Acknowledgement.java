package org.procart.alerting.alert;

import java.time.Instant;

/**
 * A person took an alert.
 *
 * @param id of the event that said so
 * @param by pseudonym of the person or desk
 * @param route sms-reply, link, desk or api
 * @param at when
 * @param sounding which sounding
 */
public record Acknowledgement(String id, String by, String route, Instant at, Integer sounding) {}
