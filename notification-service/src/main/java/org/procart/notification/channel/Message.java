package org.procart.notification.channel;

import org.jspecify.annotations.Nullable;

/**
 * A message to one contact point.
 *
 * @param address phone number or mailbox
 * @param subject for e-mail
 * @param text plain text
 * @param html for e-mail, beside the text; null: text only
 */
public record Message(String address, String subject, String text, @Nullable String html) {

  /** Addresses and texts stay out of logs. */
  @Override
  public String toString() {
    return "Message[…]";
  }
}
