package org.procart.notification.channel;

import org.jspecify.annotations.Nullable;

/**
 * A message to one contact point.
 *
 * @param address phone number or mailbox
 * @param subject for e-mail
 * @param text plain text
 * @param html for e-mail, beside the text; null: text only
 * @param avoid name of the supplier that has been tried in vain; null: none
 */
public record Message(
    String address,
    String subject,
    String text,
    @Nullable String html,
    Urgency urgency,
    @Nullable String avoid) {

  public static Message sms(String address, String text, Urgency urgency) {
    return new Message(address, "", text, null, urgency, null);
  }

  public static Message mail(
      String address, String subject, String text, @Nullable String html, Urgency urgency) {
    return new Message(address, subject, text, html, urgency, null);
  }

  /** The same, by another supplier where there is one. */
  public Message avoiding(@Nullable String supplier) {
    return new Message(address, subject, text, html, urgency, supplier);
  }

  /** Addresses and texts stay out of logs. */
  @Override
  public String toString() {
    return "Message[…]";
  }
}
