package org.procart.notification.calendar;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;

/** A repetition on one clock's local times, so that a turn begins at the same hour all year. */
final class Rule {

  private static final Set<String> TOO_OFTEN =
      Set.of("FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY");
  private static final LocalDateTime LATEST = LocalDateTime.of(2101, 1, 2, 0, 0);

  private static final LocalDateTime EARLIEST = LocalDateTime.of(1990, 1, 1, 0, 0);

  private final Recur<LocalDateTime> recur;

  private Rule(Recur<LocalDateTime> recur) {
    this.recur = recur;
  }

  /**
   * @param start whose clock counts
   */
  static Rule read(Line line, Moment start, Moments moments) {
    StringBuilder local = new StringBuilder();
    for (String part : line.value().toUpperCase(Locale.ROOT).split(";", -1)) {
      if (TOO_OFTEN.contains(part)) {
        throw bad("too-often", "A turn repeats by the day at most; write it as longer events.");
      }
      if (part.startsWith("BYSECOND=") || part.startsWith("BYMINUTE=")) {
        refuseMany(part);
      }
      if (part.startsWith("RSCALE") || part.startsWith("SKIP")) {
        throw bad("not-understood", "Only the Gregorian calendar is read; write the days out.");
      }
      local.append(local.isEmpty() ? "" : ";").append(until(part, start, moments));
    }
    try {
      Recur<LocalDateTime> recur = new Recur<>(local.toString());
      if (recur.getInterval() == 0) {
        throw bad("bad-rule", "INTERVAL must be 1 or more.");
      }
      return new Rule(recur);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw bad("bad-rule", "The repetition cannot be read; make it anew in the calendar.");
    }
  }

  /** Of a turn, as opposed to a clock's rule: each day since then is gone through for a page. */
  static Rule ofTurn(Line line, Moment start, Moments moments) {
    if (start.local().isBefore(EARLIEST)) {
      throw bad("too-old", "A repetition begins in 1990 at the earliest; let it begin later.");
    }
    return read(line, start, moments);
  }

  /** They would make thousands of turns of a day, each worked out for every page. */
  private static void refuseMany(String part) {
    if (part.contains(",")) {
      throw bad("too-often", "A turn repeats by the day at most; write it as longer events.");
    }
  }

  /** An end in UTC, or a day, becomes a time on the clock of the start. */
  private static String until(String part, Moment start, Moments moments) {
    if (!part.startsWith("UNTIL=")) {
      return part;
    }
    Moment end = moments.read("RRULE", part.substring(6), null);
    LocalDateTime last =
        end.wholeDay() ? end.local().plusDays(1).minusSeconds(1) : end.on(start.rules());
    boolean floating = !part.endsWith("Z");
    return "UNTIL=" + Moments.write(floating && !end.wholeDay() ? end.local() : last);
  }

  /** All from the first to the last that lie between. */
  List<LocalDateTime> times(LocalDateTime seed, LocalDateTime from, LocalDateTime to) {
    LocalDateTime end = to.isBefore(LATEST) ? to : LATEST;
    return end.isBefore(seed) ? List.of() : recur.getDates(seed, from, end);
  }

  private static BadLineException bad(String code, String cure) {
    return new BadLineException("RRULE", code, cure);
  }
}
