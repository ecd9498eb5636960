package org.procart.notification.oncall;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A repeated duty in the site's local time.
 *
 * @param days days on which it begins; empty: every day
 * @param to not after {@code from}: on the next day
 * @param validFrom first day on which it begins; null: always
 * @param validTo last day on which it begins; null: open
 */
public record Shift(
    String staffId,
    Set<DayOfWeek> days,
    LocalTime from,
    LocalTime to,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo) {

  public Shift {
    days = Set.copyOf(days);
  }

  /** The duty that begins on the day, if any. */
  Optional<Duty> dutyOn(LocalDate day, ZoneId zone) {
    if (!beginsOn(day)) {
      return Optional.empty();
    }
    LocalDate lastDay = to.isAfter(from) ? day : day.plusDays(1);
    // In the doubled hour of a clock change the one who comes is early, the one who goes is late:
    // both are on, nobody is missing. In the skipped hour both times move alike.
    Instant start = ZonedDateTime.of(day, from, zone).withEarlierOffsetAtOverlap().toInstant();
    Instant end = ZonedDateTime.of(lastDay, to, zone).withLaterOffsetAtOverlap().toInstant();
    return Optional.of(new Duty(staffId, start, end));
  }

  private boolean beginsOn(LocalDate day) {
    return (days.isEmpty() || days.contains(day.getDayOfWeek()))
        && (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }
}
