package org.procart.notification.oncall;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.Urgency;
import org.procart.notification.oncall.ContactPoint.Verification;
import org.procart.notification.outgoing.Outgoing;
import org.procart.notification.request.Faults;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person proves that she receives what is sent to a contact of hers. */
@RestController
@RequestMapping("/staff/{staffId}/contacts/verification")
class VerificationController {

  private final StaffStore staff;
  private final Verifications verifications;
  private final Outgoing outgoing;
  private final Clock clock;

  VerificationController(
      StaffStore staff, Verifications verifications, Outgoing outgoing, Clock clock) {
    this.staff = staff;
    this.verifications = verifications;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  record Body(@Nullable String channel, @Nullable String address, @Nullable String code) {
    @Override
    public String toString() {
      return "Body[…]";
    }
  }

  record Begun(Instant expiresAt) {}

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Begun send(Caller caller, @PathVariable String staffId, @RequestBody Body body) {
    StaffMember member = StaffRights.find(staff, caller, staffId);
    ChannelKind channel = contact(member, body);
    String address = String.valueOf(body.address());
    String code = verifications.make(id(staffId, channel, address));
    String text = StaffWording.CODE.in(member.languages(), code);
    String subject = StaffWording.CODE_SUBJECT.in(member.languages());
    outgoing.send(
        "verification-" + UUID.randomUUID(),
        channel,
        channel == ChannelKind.SMS
            ? Message.sms(address, text, Urgency.ANSWER)
            : Message.mail(address, subject, text + "\n", null, Urgency.ANSWER));
    return new Begun(clock.instant().plus(Verifications.LIFE));
  }

  @PostMapping("/confirmation")
  StaffMember confirm(Caller caller, @PathVariable String staffId, @RequestBody Body body) {
    StaffMember member = StaffRights.find(staff, caller, staffId);
    ChannelKind channel = contact(member, body);
    String address = String.valueOf(body.address());
    String code = body.code();
    Faults faults = new Faults();
    faults.check(
        code != null && code.matches("[0-9]{6}"), "/code", "bad-code", "Give the six digits.");
    faults.throwIfAny();
    verifications.use(id(staffId, channel, address), String.valueOf(code));
    Verification proof = new Verification("CODE", clock.instant(), caller.subject());
    return staff.change(
        staffId,
        known ->
            known
                .orElseThrow(() -> ProblemException.notFound("member of staff"))
                .with(channel, address, contact -> contact.verified(proof)));
  }

  private static ChannelKind contact(StaffMember member, Body body) {
    Faults faults = new Faults();
    Addresses.check(body.channel(), body.address(), "", faults);
    faults.throwIfAny();
    ChannelKind channel = ChannelKind.of(String.valueOf(body.channel()));
    faults.check(
        member.has(channel, String.valueOf(body.address())),
        "/address",
        "unknown-contact",
        "The person has no such contact: PUT /staff/{staffId} with it first.");
    faults.throwIfAny();
    return channel;
  }

  private static String id(String staffId, ChannelKind channel, String address) {
    return staffId + "/" + channel.code() + "/" + address.toLowerCase(java.util.Locale.ROOT);
  }
}
