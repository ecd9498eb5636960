package org.procart.notification.oncall;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.request.Faults;

/** A member of staff as it is put. */
record StaffBody(
    @Nullable List<String> sites,
    @Nullable String displayName,
    @Nullable List<String> languages,
    @Nullable List<Contact> contacts) {

  record Contact(
      @Nullable String channel,
      @Nullable String address,
      @Nullable Boolean verified,
      @Nullable Boolean test) {}

  StaffMember toStaff(String staffId) {
    Faults faults = new Faults();
    String id = faults.id("/staffId", staffId);
    List<String> atSites = Faults.list(sites);
    faults.check(!atSites.isEmpty(), "/sites", "missing", "Name at least one site.");
    for (int i = 0; i < atSites.size(); i++) {
      var _ = faults.id("/sites/" + i, atSites.get(i));
    }
    List<Contact> points = Faults.list(contacts);
    for (int i = 0; i < points.size(); i++) {
      Addresses.check(points.get(i).channel(), points.get(i).address(), "/contacts/" + i, faults);
    }
    faults.throwIfAny();
    return new StaffMember(
        id,
        atSites,
        displayName,
        Faults.list(languages),
        points.stream().map(StaffBody::contact).toList());
  }

  private static ContactPoint contact(Contact contact) {
    return new ContactPoint(
        ChannelKind.of(String.valueOf(contact.channel())),
        String.valueOf(contact.address()),
        Boolean.TRUE.equals(contact.verified()),
        Boolean.TRUE.equals(contact.test()));
  }

  @Override
  public String toString() {
    return "StaffBody[…]";
  }
}
