package org.procart.local.captured;

/** What a phone or a mailbox received. */
public record ReceivedMessage(
    String channel,
    String to,
    String from,
    String subject,
    String text,
    String receivedAt,
    String providerId) {

  static final String SMS = "sms";
  static final String EMAIL = "email";
}
