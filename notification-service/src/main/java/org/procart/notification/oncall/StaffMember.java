package org.procart.notification.oncall;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;

/**
 * A person who can be on call.
 *
 * @param sites where the person works
 * @param languages BCP 47, best first
 * @param contacts in the order of preference
 * @param quiet when not to be called for what can wait
 */
public record StaffMember(
    String staffId,
    List<String> sites,
    @Nullable String displayName,
    List<String> languages,
    List<ContactPoint> contacts,
    List<Quiet> quiet) {

  public StaffMember {
    sites = List.copyOf(sites);
    languages = List.copyOf(languages);
    contacts = List.copyOf(contacts);
    quiet = List.copyOf(quiet);
  }

  @JsonCreator
  static StaffMember stored(
      String staffId,
      List<String> sites,
      @Nullable String displayName,
      List<String> languages,
      List<ContactPoint> contacts,
      @Nullable List<Quiet> quiet) {
    return new StaffMember(
        staffId, sites, displayName, languages, contacts, quiet == null ? List.of() : quiet);
  }

  /** As people call the person. */
  public String name() {
    return displayName == null || displayName.isBlank() ? staffId : displayName;
  }

  public List<ContactPoint> reachable(boolean synthetic) {
    return contacts.stream().filter(contact -> contact.reaches(synthetic)).toList();
  }

  /** Until when the person is not called for what can wait; null: can be called. */
  public @Nullable Instant quietUntil(Instant at, ZoneId zone) {
    return Quiet.until(quiet, at, zone);
  }

  boolean has(ChannelKind channel, String address) {
    return contacts.stream().anyMatch(contact -> contact.isAt(channel, address));
  }

  StaffMember with(ChannelKind channel, String address, UnaryOperator<ContactPoint> change) {
    return new StaffMember(
        staffId,
        sites,
        displayName,
        languages,
        contacts.stream()
            .map(contact -> contact.isAt(channel, address) ? change.apply(contact) : contact)
            .toList(),
        quiet);
  }

  @Override
  public String toString() {
    return "StaffMember[" + staffId + "]";
  }
}
