package org.procart.notification.oncall;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;

/**
 * A phone or mailbox of a member of staff.
 *
 * @param verified the person has proved to receive there; only such are paged
 * @param test paged for synthetic patients only
 * @param verification how that is known; null: it is not, or from before this was kept
 * @param optedOutAt when the person wrote STOP from there; null: did not
 */
public record ContactPoint(
    ChannelKind channel,
    String address,
    boolean verified,
    boolean test,
    @Nullable Verification verification,
    @Nullable Instant optedOutAt) {

  @JsonCreator
  public ContactPoint {}

  public ContactPoint(ChannelKind channel, String address, boolean verified, boolean test) {
    this(channel, address, verified, test, null, null);
  }

  /**
   * How it is known that the person receives there.
   *
   * @param how CODE: she gave back what was sent there; ATTESTED: an operator says so
   * @param by subject of the token
   */
  public record Verification(String how, Instant at, String by) {}

  /** Whether an alert may go here. */
  public boolean reaches(boolean synthetic) {
    return verified && optedOutAt == null && test == synthetic;
  }

  boolean isAt(ChannelKind otherChannel, String otherAddress) {
    return channel == otherChannel && address.equalsIgnoreCase(otherAddress);
  }

  ContactPoint verified(Verification how) {
    return new ContactPoint(channel, address, true, test, how, optedOutAt);
  }

  ContactPoint optedOut(@Nullable Instant at) {
    return new ContactPoint(channel, address, verified, test, verification, at);
  }

  @Override
  public String toString() {
    return "ContactPoint[" + channel + "]";
  }
}
