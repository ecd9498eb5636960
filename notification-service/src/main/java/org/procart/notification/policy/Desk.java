package org.procart.notification.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.oncall.ContactPoint;

/** A phone and a mailbox where somebody always is. At least one of them is set. */
public record Desk(@Nullable String sms, @Nullable String email) {

  public List<ContactPoint> contacts() {
    List<ContactPoint> contacts = new ArrayList<>();
    if (sms != null) {
      contacts.add(new ContactPoint(ChannelKind.SMS, sms, true, false));
    }
    if (email != null) {
      contacts.add(new ContactPoint(ChannelKind.EMAIL, email, true, false));
    }
    return List.copyOf(contacts);
  }

  @Override
  public String toString() {
    return "Desk[…]";
  }
}
