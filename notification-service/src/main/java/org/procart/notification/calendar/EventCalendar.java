package org.procart.notification.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** A calendar that was read without a fault. */
public final class EventCalendar {

  private final List<Series> series;

  EventCalendar(List<Series> series) {
    this.series = List.copyOf(series);
  }

  /**
   * @param zone clock of times that name none, and of whole days
   */
  public static EventCalendar read(String text, ZoneId zone) throws UnreadableCalendarException {
    return new CalendarReader(zone).read(text);
  }

  /** Every stretch that touches the time between. */
  public Stream<Occurrence> between(Instant from, Instant to) {
    return series.stream().flatMap(each -> each.between(from, to)).distinct();
  }

  public int events() {
    return series.size();
  }
}
