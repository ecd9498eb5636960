package org.procart.notification.calendar;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts a file together: its zones, its events, and the occurrences that were moved. */
final class CalendarReader {

  private static final int MOST_EVENTS = 20_000;

  private final ZoneId zone;
  private final ZoneNames zones = new ZoneNames();
  private final List<CalendarFault> faults = new ArrayList<>();

  CalendarReader(ZoneId zone) {
    this.zone = zone;
  }

  EventCalendar read(String text) throws UnreadableCalendarException {
    Part calendar = PartReader.read(text);
    calendar.parts("VTIMEZONE").forEach(this::zone);
    List<Part> events = calendar.parts("VEVENT").toList();
    if (events.size() > MOST_EVENTS) {
      throw new UnreadableCalendarException(
          "file", "too-many", "Export at most 20000 events: leave past years out.");
    }
    List<Series> series = series(events);
    if (!faults.isEmpty()) {
      throw new UnreadableCalendarException(faults);
    }
    return new EventCalendar(series);
  }

  private void zone(Part part) {
    String name = part.line("TZID").map(Line::value).orElse("");
    try {
      if (!ZoneNames.isKnown(name)) {
        zones.describe(name, EmbeddedZone.rules(part));
      }
    } catch (BadLineException e) {
      faults.add(e.of("zone " + name));
    }
  }

  private List<Series> series(List<Part> events) {
    SeriesReader reader = new SeriesReader(new Moments(zones, zone.getRules()));
    Map<String, List<Part>> byUid = new LinkedHashMap<>();
    for (int i = 0; i < events.size(); i++) {
      String uid = Named.uid(events.get(i));
      byUid
          .computeIfAbsent(uid.isEmpty() ? "event " + (i + 1) : uid, id -> new ArrayList<>())
          .add(events.get(i));
    }
    List<Series> found = new ArrayList<>();
    byUid.forEach((uid, parts) -> read(reader, uid, parts, found));
    return found;
  }

  private void read(SeriesReader reader, String uid, List<Part> parts, List<Series> found) {
    List<Part> moved = newest(parts.stream().filter(CalendarReader::isMoved).toList());
    List<Part> own = newest(parts.stream().filter(part -> !isMoved(part)).toList());
    Stream<Part> all = Stream.concat(own.stream(), moved.stream());
    all.filter(part -> !isCancelled(part))
        .forEach(
            part -> {
              try {
                found.add(reader.read(part, isMoved(part) ? List.of() : moved));
              } catch (BadLineException e) {
                faults.add(e.of(uid));
              } catch (DateTimeException | ArithmeticException e) {
                faults.add(
                    new CalendarFault(uid, "", "broken", "A time of the event is out of range."));
              }
            });
  }

  /** Of what is written twice the later edition counts; of two equal ones, both. */
  private static List<Part> newest(List<Part> parts) {
    Map<String, List<Part>> editions = new LinkedHashMap<>();
    for (Part part : parts) {
      String which = part.line("RECURRENCE-ID").map(Line::value).orElse("");
      List<Part> best = editions.computeIfAbsent(which, id -> new ArrayList<>());
      int newer = best.isEmpty() ? 0 : Integer.compare(sequence(part), sequence(best.getFirst()));
      if (newer > 0) {
        best.clear();
      }
      if (newer >= 0) {
        best.add(part);
      }
    }
    return editions.values().stream().flatMap(Collection::stream).toList();
  }

  private static int sequence(Part part) {
    return part.line("SEQUENCE")
        .map(Line::value)
        .filter(value -> value.matches("[0-9]{1,9}"))
        .map(Integer::valueOf)
        .orElse(0);
  }

  private static boolean isMoved(Part part) {
    return part.line("RECURRENCE-ID").isPresent();
  }

  private static boolean isCancelled(Part part) {
    return part.line("STATUS")
        .filter(line -> "CANCELLED".equalsIgnoreCase(line.value()))
        .isPresent();
  }
}
