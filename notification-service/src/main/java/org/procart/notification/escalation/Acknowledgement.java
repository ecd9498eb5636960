package org.procart.notification.escalation;

import java.time.Instant;

/**
 * A person took the alert on.
 *
 * @param by staff or desk id
 * @param route sms-reply, link or desk
 * @param causeId the message or link that said so: the same one twice is one
 */
public record Acknowledgement(String by, String route, Instant at, String causeId) {}
