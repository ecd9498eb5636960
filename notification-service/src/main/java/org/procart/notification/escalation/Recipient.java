package org.procart.notification.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.oncall.ContactPoint;

/**
 * A person or desk that can be paged now.
 *
 * @param id staff or desk id
 * @param desk behind which only the last resort is
 * @param contacts usable ones, best first
 * @param language BCP 47, in which the person reads; null: as the site
 * @param quietUntil not called before, as the person wished; null: called at once, as for every RED
 */
public record Recipient(
    String id,
    boolean desk,
    List<ContactPoint> contacts,
    @Nullable String language,
    @Nullable Instant quietUntil) {

  public Recipient {
    contacts = List.copyOf(contacts);
  }

  public static Recipient of(String id, boolean desk, List<ContactPoint> contacts) {
    return new Recipient(id, desk, contacts, null, null);
  }

  /** The contact points that are used at once: the best of each channel, else the best there is. */
  List<ContactPoint> first(List<ChannelKind> channels) {
    List<ContactPoint> wanted = channels.stream().flatMap(this::best).toList();
    return wanted.isEmpty() ? contacts.stream().limit(1).toList() : wanted;
  }

  /** The next contact point after those have failed. */
  Optional<ContactPoint> next(Set<String> tried) {
    return contacts.stream().filter(contact -> !tried.contains(contact.address())).findFirst();
  }

  private Stream<ContactPoint> best(ChannelKind channel) {
    return contacts.stream().filter(contact -> contact.channel() == channel).limit(1);
  }
}
