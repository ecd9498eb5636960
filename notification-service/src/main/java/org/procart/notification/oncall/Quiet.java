package org.procart.notification.oncall;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a person does not wish to be called for what can wait. Never counts for a RED.
 *
 * @param days days on which it begins; empty: every day
 * @param to not after {@code from}: on the next day
 */
public record Quiet(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

  private static final int MOST = 64;

  public Quiet {
    days = Set.copyOf(days);
  }

  /** End of the quiet that the instant lies in, rules that follow each other counted as one. */
  static @Nullable Instant until(List<Quiet> rules, Instant at, ZoneId zone) {
    Instant end = at;
    for (int i = 0; i < MOST; i++) {
      Optional<Instant> later = end(rules, end, zone);
      if (later.isEmpty()) {
        return end.equals(at) ? null : end;
      }
      end = later.get();
    }
    return end;
  }

  /** Nobody is quiet for more than a week on end. */
  static boolean neverEnds(List<Quiet> rules) {
    Instant any = Instant.parse("2026-01-01T00:00:00Z");
    ZoneId zone = ZoneId.of("UTC");
    Instant last = any;
    for (Instant at = any; at != null; at = until(rules, at, zone)) {
      last = at;
      if (last.isAfter(any.plusSeconds(7 * 86_400L))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Instant> end(List<Quiet> rules, Instant at, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    return rules.stream()
        .map(rule -> new Shift("", rule.days, rule.from, rule.to, null, null))
        .flatMap(
            shift ->
                Stream.of(today.minusDays(1), today)
                    .flatMap(day -> shift.dutyOn(day, zone).stream()))
        .filter(duty -> duty.covers(at))
        .map(Duty::end)
        .max(Instant::compareTo);
  }
}
