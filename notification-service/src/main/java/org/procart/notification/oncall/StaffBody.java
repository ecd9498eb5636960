package org.procart.notification.oncall;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.oncall.ContactPoint.Verification;
import org.procart.notification.request.Faults;

/** A member of staff as it is put. */
record StaffBody(
    @Nullable List<String> sites,
    @Nullable String displayName,
    @Nullable List<String> languages,
    @Nullable List<Contact> contacts,
    @Nullable List<QuietBody> quiet) {

  record Contact(
      @Nullable String channel,
      @Nullable String address,
      @Nullable Boolean verified,
      @Nullable Boolean test) {}

  record QuietBody(@Nullable List<String> days, @Nullable String from, @Nullable String to) {}

  /**
   * @param known the same person before; what she has proved for an address stays with it
   * @param attestation what {@code verified: true} means; null: the caller may not say so
   */
  StaffMember toStaff(
      String staffId, Optional<StaffMember> known, @Nullable Verification attestation) {
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
    List<Quiet> rules = quiet(faults);
    faults.throwIfAny();
    List<ContactPoint> read = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      read.add(contact(points.get(i), "/contacts/" + i, known, attestation, faults));
    }
    faults.throwIfAny();
    return new StaffMember(id, atSites, displayName, Faults.list(languages), read, rules);
  }

  private static ContactPoint contact(
      Contact contact,
      String at,
      Optional<StaffMember> known,
      @Nullable Verification attestation,
      Faults faults) {
    ChannelKind channel = ChannelKind.of(String.valueOf(contact.channel()));
    String address = String.valueOf(contact.address());
    boolean test = Boolean.TRUE.equals(contact.test());
    ContactPoint fresh = new ContactPoint(channel, address, false, test);
    ContactPoint point =
        known.stream()
            .flatMap(member -> member.contacts().stream())
            .filter(before -> before.isAt(channel, address))
            .findFirst()
            .map(
                before ->
                    new ContactPoint(
                        channel,
                        address,
                        before.verified(),
                        test,
                        before.verification(),
                        before.optedOutAt()))
            .orElse(fresh);
    if (point.verified() || !Boolean.TRUE.equals(contact.verified())) {
      return point;
    }
    faults.check(
        attestation != null,
        at + "/verified",
        "not-verified",
        "Leave it out, then have a code sent: POST /staff/{staffId}/contacts/verification.");
    return attestation == null ? point : point.verified(attestation);
  }

  private List<Quiet> quiet(Faults faults) {
    List<Quiet> rules = new ArrayList<>();
    List<QuietBody> given = Faults.list(quiet);
    for (int i = 0; i < given.size(); i++) {
      rules.add(quiet(given.get(i), "/quiet/" + i, faults));
    }
    faults.check(
        !Quiet.neverEnds(rules), "/quiet", "never-ends", "Leave times in which calls may come.");
    return rules;
  }

  private static Quiet quiet(QuietBody rule, String at, Faults faults) {
    LocalTime from = RotaBody.parse(LocalTime::parse, rule.from(), at + "/from", "HH:mm", faults);
    LocalTime to = RotaBody.parse(LocalTime::parse, rule.to(), at + "/to", "HH:mm", faults);
    faults.check(rule.from() != null, at + "/from", "missing", "Give a time, HH:mm.");
    faults.check(rule.to() != null, at + "/to", "missing", "Give a time, HH:mm.");
    return new Quiet(
        RotaBody.days(Faults.list(rule.days()), at + "/days", faults),
        Objects.requireNonNullElse(from, LocalTime.MIDNIGHT),
        Objects.requireNonNullElse(to, LocalTime.NOON));
  }

  @Override
  public String toString() {
    return "StaffBody[…]";
  }
}
