package org.procart.notification.oncall;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.procart.notification.calendar.Named;
import org.procart.notification.channel.ChannelKind;

/**
 * Whom an event means: by mailbox of an attendee, else by its title, else by what the site says.
 */
final class CalendarPeople {

  private final List<StaffMember> staff;
  private final Map<String, String> people;

  CalendarPeople(List<StaffMember> staff, Map<String, String> people) {
    this.staff = staff;
    this.people = people;
  }

  /** Empty: nobody we know, or one name of several people. */
  List<String> who(Named named) {
    List<String> attending = attending(named);
    return attending.isEmpty() ? titled(named) : attending;
  }

  /** Who wrote the event stands among its attendees, yet is rarely the one who is on. */
  private List<String> attending(Named named) {
    List<String> all = byMailbox(named.attendees().stream());
    List<String> others =
        byMailbox(named.attendees().stream().filter(each -> !each.equals(named.organizer())));
    return others.isEmpty() ? all : others;
  }

  private List<String> byMailbox(Stream<String> mailboxes) {
    return mailboxes
        .flatMap(mailbox -> staff.stream().filter(member -> has(member, mailbox)))
        .map(StaffMember::staffId)
        .distinct()
        .toList();
  }

  private static boolean has(StaffMember member, String mailbox) {
    return member.contacts().stream()
        .filter(contact -> contact.channel() == ChannelKind.EMAIL)
        .anyMatch(contact -> contact.address().equalsIgnoreCase(mailbox));
  }

  private List<String> titled(Named named) {
    String title = bare(named.summary());
    List<String> same =
        staff.stream()
            .filter(
                member ->
                    bare(member.staffId()).equals(title)
                        || bare(Objects.requireNonNullElse(member.displayName(), "")).equals(title))
            .map(StaffMember::staffId)
            .toList();
    if (!same.isEmpty() && !title.isEmpty()) {
      return same.size() == 1 ? same : List.of();
    }
    List<String> said =
        Stream.concat(Stream.of(title), named.attendees().stream().map(CalendarPeople::bare))
            .flatMap(this::said)
            .distinct()
            .toList();
    return said.size() == 1 ? said : List.of();
  }

  private Stream<String> said(String name) {
    return people.entrySet().stream()
        .filter(entry -> matches(bare(entry.getKey()), name))
        .map(Map.Entry::getValue);
  }

  /** A star stands for anything. */
  private static boolean matches(String pattern, String name) {
    String expression =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return !name.isEmpty() && Pattern.compile(expression, Pattern.DOTALL).matcher(name).matches();
  }

  /** Case and spaces do not count. */
  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
  }
}
