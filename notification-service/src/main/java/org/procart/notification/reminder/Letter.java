package org.procart.notification.reminder;

import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;

/**
 * A reminder to one contact of one person; the address is looked up when it is sent.
 *
 * @param place of the contact among that person's contacts, from 0
 * @param reason of a failure
 */
record Letter(
    String id,
    String personId,
    int place,
    ChannelKind channel,
    State state,
    @Nullable String reason) {

  /** How far it is. */
  enum State {
    WAITING,
    SENT,
    DELIVERED,
    /** Taken, and it did not arrive. */
    UNDELIVERED,
    FAILED,
    EXPIRED,
    WITHDRAWN
  }

  static Letter waiting(
      String reminderId, int number, String personId, int place, ChannelKind channel) {
    return new Letter(reminderId + "-" + number, personId, place, channel, State.WAITING, null);
  }

  static String reminderOf(String letterId) {
    return letterId.substring(0, Math.max(0, letterId.lastIndexOf('-')));
  }

  /** Sent, and the supplier will say whether it arrived. */
  boolean awaitsReceipt() {
    return state == State.SENT && channel.givesReceipts();
  }

  /** Arrived, as far as anybody can know. */
  boolean reached() {
    return state == State.DELIVERED || (state == State.SENT && !channel.givesReceipts());
  }

  boolean waits() {
    return state == State.WAITING;
  }

  Letter now(State next, @Nullable String why) {
    return new Letter(id, personId, place, channel, next, why);
  }
}
