package org.procart.alerting.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.problem.Violation;
import org.springframework.http.HttpStatus;

/** Reads the period that was asked for. */
final class AskedPeriod {

  private static final Duration DEFAULT = Duration.ofDays(90);
  private static final Duration LONGEST = Duration.ofDays(400);

  /** Beyond it no report can be, and some calendars end. */
  private static final Period KNOWN =
      new Period(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2200-01-01T00:00:00Z"));

  private AskedPeriod() {}

  static Period of(@Nullable String from, @Nullable String to, Instant now) {
    Instant end = to == null ? now : time(to, 1, "/to");
    Instant begin = from == null ? end.minus(DEFAULT) : time(from, 0, "/from");
    if (!begin.isBefore(end) || begin.isBefore(end.minus(LONGEST))) {
      throw refused("/from", "from must be before to, by at most 400 days.");
    }
    return new Period(begin, end);
  }

  private static Instant time(String text, int daysLater, String pointer) {
    try {
      Instant time =
          text.contains("T")
              ? Instant.parse(text)
              : LocalDate.parse(text).plusDays(daysLater).atStartOfDay().toInstant(ZoneOffset.UTC);
      if (KNOWN.contains(time)) {
        return time;
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw refused(pointer, "Send a day (2026-03-02) or an instant (2026-03-02T08:00:00Z).");
  }

  private static ProblemException refused(String pointer, String cure) {
    return new ProblemException(
        HttpStatus.BAD_REQUEST,
        "invalid",
        "Correct the fields listed in errors.",
        List.of(new Violation(pointer, "period", cure)));
  }
}
