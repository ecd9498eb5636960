package org.procart.notification.oncall;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who can be on call.
 *
 * @param sites where the person works
 * @param languages BCP 47, best first
 * @param contacts in the order of preference
 */
public record StaffMember(
    String staffId,
    List<String> sites,
    @Nullable String displayName,
    List<String> languages,
    List<ContactPoint> contacts) {

  public StaffMember {
    sites = List.copyOf(sites);
    languages = List.copyOf(languages);
    contacts = List.copyOf(contacts);
  }

  /** As people call the person. */
  public String name() {
    return displayName == null || displayName.isBlank() ? staffId : displayName;
  }

  public List<ContactPoint> reachable(boolean synthetic) {
    return contacts.stream().filter(contact -> contact.reaches(synthetic)).toList();
  }

  @Override
  public String toString() {
    return "StaffMember[" + staffId + "]";
  }
}
