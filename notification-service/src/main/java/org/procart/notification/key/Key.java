package org.procart.notification.key;

import java.time.Instant;

/**
 * The code and link by which one recipient can answer one sounding of one alert.
 *
 * @param code what is typed in a reply
 * @param token secret part of the link
 */
public record Key(
    String escalationId, String recipientId, String code, String token, Instant expiresAt) {

  public boolean live(Instant at) {
    return at.isBefore(expiresAt);
  }

  @Override
  public String toString() {
    return "Key[" + code + "]";
  }
}
