package org.procart.notification.oncall;

import org.procart.notification.channel.ChannelKind;

/**
 * A phone or mailbox of a member of staff.
 *
 * @param verified the person has proved to receive there; only such are paged
 * @param test paged for synthetic patients only
 */
public record ContactPoint(ChannelKind channel, String address, boolean verified, boolean test) {

  /** Whether an alert may go here. */
  public boolean reaches(boolean synthetic) {
    return verified && test == synthetic;
  }

  @Override
  public String toString() {
    return "ContactPoint[" + channel + "]";
  }
}
