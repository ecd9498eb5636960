package org.procart.notification.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person took the alert on.
 *
 * @param by staff or desk id
 * @param route sms-reply, link or desk
 * @param causeId the message or link that said so: the same one twice is one
 * @param recordedBy who wrote it down for that person; null: nobody had to
 */
public record Acknowledgement(
    String by, String route, Instant at, String causeId, @Nullable String recordedBy) {

  /** The person answered without help. */
  public static Acknowledgement of(String by, String route, Instant at, String causeId) {
    return new Acknowledgement(by, route, at, causeId, null);
  }
}
