package org.procart.notification.oncall;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** STOP by SMS: suppliers must obey it, so pages there would be lost; better we know. */
@Component
public class OptOuts {

  private static final Logger LOG = LoggerFactory.getLogger(OptOuts.class);
  private static final Set<String> OUT =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "END", "QUIT", "CANCEL", "OPTOUT", "REVOKE");
  private static final Set<String> IN = Set.of("START", "UNSTOP");

  private final StaffStore staff;
  private final ObjectProvider<OptOutListener> listeners;
  private final Clock clock;

  OptOuts(StaffStore staff, ObjectProvider<OptOutListener> listeners, Clock clock) {
    this.staff = staff;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** Obeys such a word and says what to answer; empty: it is none. */
  public Optional<String> answer(String number, String text) {
    String word = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    if (OUT.contains(word)) {
      return Optional.of(said(optOut(number, clock.instant()), StaffWording.STOPPED));
    }
    return IN.contains(word)
        ? Optional.of(said(optIn(number), StaffWording.STARTED))
        : Optional.empty();
  }

  /** Their phone is not paged any more, and their sites hear of it. Returns whose phone it is. */
  public List<StaffMember> optOut(String number, Instant at) {
    List<StaffMember> owners = owners(number);
    owners.forEach(
        member -> {
          boolean news = contacts(member, number).anyMatch(each -> each.optedOutAt() == null);
          change(member, number, at);
          if (news) {
            LOG.atWarn()
                .addKeyValue("staffId", member.staffId())
                .log("A phone is not paged any more: its owner wrote STOP");
            listeners.forEach(listener -> listener.optedOut(member, at));
          }
        });
    return owners;
  }

  public List<StaffMember> optIn(String number) {
    List<StaffMember> owners = owners(number);
    owners.forEach(member -> change(member, number, null));
    return owners;
  }

  private void change(StaffMember member, String number, @Nullable Instant at) {
    UnaryOperator<ContactPoint> change =
        contact -> at == null || contact.optedOutAt() == null ? contact.optedOut(at) : contact;
    contacts(member, number)
        .map(ContactPoint::address)
        .forEach(
            address -> {
              StaffMember _ =
                  staff.change(
                      member.staffId(),
                      known -> known.orElse(member).with(ChannelKind.SMS, address, change));
            });
  }

  private static String said(List<StaffMember> owners, StaffWording words) {
    return owners.isEmpty()
        ? StaffWording.NOT_OURS.in(List.of())
        : words.in(owners.getFirst().languages());
  }

  private List<StaffMember> owners(String number) {
    return staff.all().stream()
        .filter(member -> contacts(member, number).findAny().isPresent())
        .toList();
  }

  private static Stream<ContactPoint> contacts(StaffMember member, String number) {
    return member.contacts().stream()
        .filter(contact -> contact.channel() == ChannelKind.SMS)
        .filter(contact -> digits(contact.address()).equals(digits(number)));
  }

  private static String digits(String number) {
    String digits = number.replaceAll("\\D", "");
    return digits.startsWith("00") ? digits.substring(2) : digits;
  }
}
