package org.procart.notification.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;

/**
 * Whom an attempt shall reach, where and why.
 *
 * @param reason why this person now: FIRST, NO_ACKNOWLEDGEMENT, NOT_DELIVERED, NO_RECEIPT …
 * @param expiresAt not tried any more from here on
 * @param language BCP 47; null: as the site
 * @param avoid supplier by which it did not arrive; null: the best one is taken
 */
public record Target(
    int round,
    int step,
    String recipientId,
    ChannelKind channel,
    String address,
    Flag flag,
    String reason,
    Instant queuedAt,
    Instant expiresAt,
    @Nullable String language,
    @Nullable String avoid) {

  boolean sameGroup(Target other) {
    return round == other.round && step == other.step && recipientId.equals(other.recipientId);
  }

  @Override
  public String toString() {
    return "Target[" + recipientId + " " + channel + "]";
  }
}
