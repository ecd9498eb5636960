package org.procart.notification.calendar;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.fortuna.ical4j.util.Strings;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event names.
 *
 * @param summary its title
 * @param attendees mailboxes in lower case, without those who declined
 * @param organizer mailbox of who wrote it; null: unknown
 */
public record Named(
    String uid, String summary, List<String> attendees, @Nullable String organizer) {

  public Named {
    attendees = List.copyOf(attendees);
  }

  static Named read(Part event) {
    return new Named(
        uid(event),
        event.line("SUMMARY").map(line -> text(line.value())).orElse(""),
        event
            .lines("ATTENDEE")
            .filter(line -> !"DECLINED".equalsIgnoreCase(line.parameter("PARTSTAT")))
            .map(Named::mailbox)
            .distinct()
            .toList(),
        event.line("ORGANIZER").map(Named::mailbox).orElse(null));
  }

  static String uid(Part event) {
    return event.line("UID").map(Line::value).orElse("");
  }

  private static String text(String value) {
    return Objects.requireNonNullElse(Strings.unescape(value), "").strip();
  }

  private static String mailbox(Line line) {
    String address = line.value().toLowerCase(Locale.ROOT).strip();
    return address.startsWith("mailto:") ? address.substring(7) : address;
  }
}
