package org.procart.local.captured;

import org.jspecify.annotations.Nullable;

/**
 * What a phone or a mailbox received.
 *
 * @param supplier that brought a short message; null: an e-mail, or kept before this was noted
 */
public record ReceivedMessage(
    String channel,
    String to,
    String from,
    String subject,
    String text,
    String receivedAt,
    String providerId,
    @Nullable String supplier) {

  static final String SMS = "sms";
  static final String EMAIL = "email";
}
