package org.procart.notification.key;

import java.time.Instant;
import java.util.List;

/**
 * The code and link by which one recipient can answer one sounding of one alert, or several of them
 * that came in one message.
 *
 * @param escalationIds at least one
 * @param code what is typed in a reply
 * @param token secret part of the link
 */
public record Key(
    List<String> escalationIds, String recipientId, String code, String token, Instant expiresAt) {

  public Key {
    escalationIds = List.copyOf(escalationIds);
  }

  /** The only one, or the one that the message leads with. */
  public String escalationId() {
    return escalationIds.getFirst();
  }

  public boolean live(Instant at) {
    return at.isBefore(expiresAt);
  }

  @Override
  public String toString() {
    return "Key[" + code + "]";
  }
}
