package org.procart.notification.channel.sms;

import java.util.Arrays;
import java.util.List;

/**
 * Ids of messages. Only together with the supplier's name are they like no other. A text that went
 * in parts has the ids of all of them, with a space between.
 */
final class MessageIds {

  private MessageIds() {}

  static String of(String supplier, String messageIds) {
    List<String> parts =
        Arrays.stream(messageIds.split(" ")).map(part -> supplier + ":" + part).toList();
    return String.join(" ", parts);
  }

  /** Whether the message is this one, or a part of it. */
  static boolean holds(String whole, String part) {
    return List.of(whole.split(" ")).contains(part);
  }
}
