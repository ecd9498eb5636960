package org.procart.notification.oncall;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.request.Faults;

/** A member of staff as it is put. */
record StaffBody(
    @Nullable List<String> sites,
    @Nullable String displayName,
    @Nullable List<String> languages,
    @Nullable List<Contact> contacts) {

  private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern MAILBOX = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");

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
      check(points.get(i), "/contacts/" + i, faults);
    }
    faults.throwIfAny();
    return new StaffMember(
        id,
        atSites,
        displayName,
        Faults.list(languages),
        points.stream().map(StaffBody::contact).toList());
  }

  private static void check(Contact contact, String at, Faults faults) {
    String channel = contact.channel() == null ? "" : contact.channel().toLowerCase(Locale.ROOT);
    String address = contact.address() == null ? "" : contact.address();
    switch (channel) {
      case "sms" ->
          faults.check(
              PHONE.matcher(address).matches(),
              at + "/address",
              "bad-number",
              "Give the number with + and country, digits only.");
      case "email" ->
          faults.check(
              MAILBOX.matcher(address).matches(),
              at + "/address",
              "bad-mailbox",
              "Give a mailbox.");
      default -> faults.add(at + "/channel", "unknown-channel", "Say sms or email.");
    }
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
