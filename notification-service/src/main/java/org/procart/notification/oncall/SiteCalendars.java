package org.procart.notification.oncall;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.procart.notification.calendar.EventCalendar;
import org.procart.notification.calendar.Occurrence;

/** The calendars of a site and the staff whom their events may mean. */
public record SiteCalendars(Map<String, EventCalendar> calendars, List<StaffMember> staff) {

  public static final SiteCalendars NONE = new SiteCalendars(Map.of(), List.of());

  public SiteCalendars {
    calendars = Map.copyOf(calendars);
    staff = List.copyOf(staff);
  }

  Stream<Duty> duties(Layer layer, Instant from, Instant to) {
    CalendarPeople people = new CalendarPeople(staff, layer.people());
    return occurrences(layer, from, to)
        .flatMap(
            event ->
                people.who(event.named()).stream()
                    .map(staffId -> new Duty(staffId, event.start(), event.end())));
  }

  /** Events that name nobody we know. */
  Stream<Occurrence> unknown(Layer layer, Instant from, Instant to) {
    CalendarPeople people = new CalendarPeople(staff, layer.people());
    return occurrences(layer, from, to).filter(event -> people.who(event.named()).isEmpty());
  }

  private Stream<Occurrence> occurrences(Layer layer, Instant from, Instant to) {
    EventCalendar calendar = layer.calendar() == null ? null : calendars.get(layer.calendar());
    return calendar == null ? Stream.empty() : calendar.between(from, to);
  }
}
