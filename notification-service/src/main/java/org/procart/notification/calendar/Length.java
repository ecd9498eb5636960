package org.procart.notification.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import net.fortuna.ical4j.model.TemporalAmountAdapter;

/**
 * How long an event lasts, by the clock on the wall: a night that ends at eight ends at eight when
 * the clocks change too, as the calendar programs show it.
 *
 * @param like whose clock counts for the end
 */
record Length(TemporalAmount amount, Moment like) {

  static Length read(Part event, Moment start, Moments moments) {
    Length length = length(event, start, moments);
    if (!length.from(start.local()).last().isAfter(start.first())) {
      throw new BadLineException("DTEND", "ends-early", "An event ends after it begins.");
    }
    return length;
  }

  private static Length length(Part event, Moment start, Moments moments) {
    return event
        .line("DTEND")
        .map(line -> until(start, moments.read(line), event))
        .or(() -> event.line("DURATION").map(line -> new Length(amount(line.value()), start)))
        .orElseGet(() -> whole(start));
  }

  private static Length until(Moment start, Moment end, Part event) {
    boolean odd = end.rules().equals(ZoneOffset.UTC.getRules()) && event.line("RRULE").isPresent();
    Moment last = odd ? start.at(end.on(start.rules())) : end;
    return new Length(Duration.between(start.local(), last.local()), last);
  }

  private static Length whole(Moment start) {
    if (!start.wholeDay()) {
      throw new BadLineException("DTEND", "missing", "Give the event an end.");
    }
    return new Length(Duration.ofDays(1), start);
  }

  private static TemporalAmount amount(String text) {
    try {
      return TemporalAmountAdapter.parse(text).getDuration();
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new BadLineException("DURATION", "bad-duration", "Give a duration such as PT12H.");
    }
  }

  Moment from(LocalDateTime start) {
    return like.at(start.plus(amount));
  }
}
