package org.procart.notification.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the times of one file. */
final class Moments {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  private final ZoneNames zones;
  private final ZoneRules floating;

  /**
   * @param floating clock of times without a zone, and of days
   */
  Moments(ZoneNames zones, ZoneRules floating) {
    this.zones = zones;
    this.floating = floating;
  }

  Moment read(Line line) {
    return read(line.name(), line.value(), line.parameter("TZID"));
  }

  /** A line with several times, of which a period counts with its start only. */
  Stream<Moment> all(Line line) {
    return Stream.of(line.value().split(","))
        .map(value -> read(line.name(), value.split("/", 2)[0], line.parameter("TZID")));
  }

  Moment read(String property, String text, @Nullable String zone) {
    String value = text.strip().toUpperCase(Locale.ROOT);
    try {
      if (value.length() == 8) {
        return new Moment(LocalDate.parse(value, DAY).atStartOfDay(), floating, true);
      }
      boolean utc = value.endsWith("Z");
      LocalDateTime local =
          LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, TIME);
      return new Moment(local, utc ? ZoneOffset.UTC.getRules() : rules(property, zone), false);
    } catch (DateTimeException e) {
      throw new BadLineException(
          property, "bad-time", "Give a date or date and time of iCalendar.");
    }
  }

  private ZoneRules rules(String property, @Nullable String zone) {
    return zone == null
        ? floating
        : zones
            .rules(zone)
            .orElseThrow(
                () ->
                    new BadLineException(
                        property,
                        "unknown-zone",
                        "Its time zone is neither known nor described in the file (VTIMEZONE);"
                            + " choose a zone such as Europe/London in the calendar."));
  }

  static String write(LocalDateTime time) {
    return TIME.format(time);
  }
}
