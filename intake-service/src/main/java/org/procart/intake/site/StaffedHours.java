package org.procart.intake.site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A stretch of one weekday in which somebody reads reports, in the site's zone.
 *
 * @param fromMinute minute of the day, included
 * @param toMinute minute of the day, excluded; {@value #END_OF_DAY} is the end of the day
 */
public record StaffedHours(DayOfWeek dayOfWeek, int fromMinute, int toMinute) {

  public static final int END_OF_DAY = 24 * 60;

  public StaffedHours {
    if (fromMinute < 0 || toMinute > END_OF_DAY || fromMinute >= toMinute) {
      throw new IllegalArgumentException("Staffed hours end after they begin, on the same day");
    }
  }

  public String fromText() {
    return text(fromMinute);
  }

  /** 24:00 is the end of the day. */
  public String toText() {
    return text(toMinute);
  }

  private static String text(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  ZonedDateTime beginsOn(LocalDate day, ZoneId zone) {
    return at(day, fromMinute, zone);
  }

  ZonedDateTime endsOn(LocalDate day, ZoneId zone) {
    return at(day, toMinute, zone);
  }

  /** By wall clock, so that a day of 23 or 25 hours keeps its opening times. */
  private static ZonedDateTime at(LocalDate day, int minute, ZoneId zone) {
    return minute == END_OF_DAY
        ? day.plusDays(1).atStartOfDay(zone)
        : day.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone);
  }
}
