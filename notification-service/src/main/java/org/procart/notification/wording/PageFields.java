package org.procart.notification.wording;

import java.time.Instant;
import java.time.ZoneId;
import org.procart.notification.policy.Level;

/**
 * Everything that a page may say. What is not here cannot get into a message.
 *
 * @param code of the recipient
 * @param site label of the site
 * @param soundedAt when the alert sounded
 * @param zone of the site
 * @param flag one word, or empty
 * @param link by which the recipient answers
 */
public record PageFields(
    Level level,
    String code,
    String site,
    Instant soundedAt,
    ZoneId zone,
    String flag,
    String link) {}
