package org.procart.intake.observation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** FHIR dateTime text, read as far as it can be read. */
sealed interface AuthoredTime {

  /** A moment that the client named. */
  record Moment(Instant at, boolean zoneMissing) implements AuthoredTime {}

  /** A day, month or year; {@code last} is its last millisecond. */
  record Period(Instant first, Instant last) implements AuthoredTime {}

  int FIRST_YEAR = 1900;
  int LAST_YEAR = 9999;

  Pattern YEAR = Pattern.compile("\\d{4}");
  Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  Pattern WITHOUT_ZONE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");

  static Optional<AuthoredTime> parse(String text, ZoneId zone) {
    // FHIR allows a leap second, java.time does not.
    String sent = text.strip().replaceFirst("(T\\d{2}:\\d{2}):60", "$1:59");
    try {
      return Optional.of(read(sent, zone)).filter(AuthoredTime::possible);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What else reads as a year is a mistyped one, or more than an event can carry. */
  static boolean possible(Instant at) {
    int year = at.atOffset(ZoneOffset.UTC).getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static boolean possible(AuthoredTime time) {
    return switch (time) {
      case Moment moment -> possible(moment.at());
      case Period period -> possible(period.first()) && possible(period.last());
    };
  }

  private static AuthoredTime read(String sent, ZoneId zone) {
    if (YEAR.matcher(sent).matches()) {
      Year year = Year.parse(sent);
      return period(year.atDay(1), year.plusYears(1).atDay(1), zone);
    }
    if (MONTH.matcher(sent).matches()) {
      YearMonth month = YearMonth.parse(sent);
      return period(month.atDay(1), month.plusMonths(1).atDay(1), zone);
    }
    if (DAY.matcher(sent).matches()) {
      LocalDate day = LocalDate.parse(sent);
      return period(day, day.plusDays(1), zone);
    }
    if (WITHOUT_ZONE.matcher(sent).matches()) {
      return new Moment(LocalDateTime.parse(sent).atZone(zone).toInstant(), true);
    }
    return new Moment(OffsetDateTime.parse(sent).toInstant(), false);
  }

  private static Period period(LocalDate first, LocalDate next, ZoneId zone) {
    return new Period(
        first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant().minusMillis(1));
  }
}
