package org.procart.notification.channel.sms;

import org.jspecify.annotations.Nullable;

/** How one supplier calls us. */
interface Callbacks {

  /** Whether the supplier sent it, and nobody else. */
  boolean genuine(Call call);

  /** Of a genuine one. */
  Content receipt(Call call);

  /** Of a genuine one. */
  Content reply(Call call);

  /**
   * A call as it came.
   *
   * @param url as the supplier sees it
   * @param signature of Twilio
   */
  record Call(String url, @Nullable String authorization, @Nullable String signature, byte[] body) {

    @Override
    public String toString() {
      return "Call[…]";
    }
  }

  /** What it says. */
  sealed interface Content {

    record Receipt(String messageId, Fate fate) implements Content {}

    /** Sent on, or waiting: not the last word. */
    record OnTheWay() implements Content {}

    record Reply(String messageId, String from, String text) implements Content {

      @Override
      public String toString() {
        return "Reply[…]";
      }
    }

    record Unreadable() implements Content {}

    record TooOld() implements Content {}
  }
}
