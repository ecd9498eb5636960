package org.procart.intake.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A time on the clock on the wall, whatever summer time does to the length of the day.
 *
 * @param minute of the day; {@value #END_OF_DAY} is the end of the day
 */
public record WallClock(int minute) implements Comparable<WallClock> {

  static final int END_OF_DAY = 24 * 60;
  static final WallClock START = new WallClock(0);
  static final WallClock END = new WallClock(END_OF_DAY);

  public WallClock {
    if (minute < 0 || minute > END_OF_DAY) {
      throw new IllegalArgumentException("A day has 24 hours");
    }
  }

  /** HH:mm, or 24:00. */
  static WallClock parse(String text) {
    if (text.equals("24:00")) {
      return END;
    }
    if (!text.matches("\\d{2}:\\d{2}")) {
      throw new IllegalArgumentException("not a time");
    }
    return new WallClock(LocalTime.parse(text).toSecondOfDay() / 60);
  }

  /**
   * A time that a change of the clocks leaves out is as much later; one that comes twice, first.
   */
  public Instant on(LocalDate day, ZoneId zone) {
    return minute == END_OF_DAY
        ? day.plusDays(1).atStartOfDay(zone).toInstant()
        : day.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone).toInstant();
  }

  @Override
  public int compareTo(WallClock other) {
    return Integer.compare(minute, other.minute);
  }

  @Override
  public String toString() {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }
}
