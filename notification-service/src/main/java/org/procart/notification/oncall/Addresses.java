package org.procart.notification.oncall;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.procart.notification.request.Faults;

/** What a phone number and a mailbox look like. */
public final class Addresses {

  private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern MAILBOX = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");

  private Addresses() {}

  /**
   * @param at pointer to the contact in the request
   */
  public static void check(
      @Nullable String channel, @Nullable String address, String at, Faults faults) {
    String given = address == null ? "" : address;
    switch (channel == null ? "" : channel.toLowerCase(Locale.ROOT)) {
      case "sms" ->
          faults.check(
              PHONE.matcher(given).matches(),
              at + "/address",
              "bad-number",
              "Give the number with + and country, digits only.");
      case "email" ->
          faults.check(
              MAILBOX.matcher(given).matches(), at + "/address", "bad-mailbox", "Give a mailbox.");
      default -> faults.add(at + "/channel", "unknown-channel", "Say sms or email.");
    }
  }
}
