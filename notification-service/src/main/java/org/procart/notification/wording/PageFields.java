package org.procart.notification.wording;

import java.time.Instant;
import java.time.ZoneId;
import org.procart.notification.policy.Level;

/**
 * Everything that a page may say. What is not here cannot get into a message.
 *
 * @param code of the recipient
 * @param site label of the site
 * @param soundedAt when the alert sounded; of several, the first
 * @param zone of the site
 * @param link by which the recipient answers
 * @param count alerts that this message is about
 */
public record PageFields(
    Level level,
    String code,
    String site,
    Instant soundedAt,
    ZoneId zone,
    PageFlag flag,
    String link,
    int count) {

  boolean bundle() {
    return count > 1;
  }
}
