package org.procart.notification.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hours of the night in which nobody is called for an AMBER, in the site's local time.
 *
 * @param to not after {@code from}: on the next day; equal to it: there are no quiet hours
 * @param exceptFromDay first day after infusion on which there are none
 * @param exceptToDay last day after infusion on which there are none
 */
public record QuietHours(LocalTime from, LocalTime to, int exceptFromDay, int exceptToDay) {

  /** Proposal, to be signed off by each site: the first month is never quiet. */
  static final QuietHours STANDARD = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), 0, 30);

  /**
   * When the quiet that holds at the instant ends; empty: it is not quiet.
   *
   * @param day after infusion; null: not infused, which is treated as the first days
   */
  public Optional<Instant> until(Instant at, ZoneId zone, @Nullable Integer day) {
    if (from.equals(to) || day == null || (day >= exceptFromDay && day <= exceptToDay)) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(at, zone);
    return Stream.of(today.minusDays(1), today)
        .filter(evening -> !at.isBefore(instant(evening, from, zone)))
        .map(evening -> end(evening, zone))
        .filter(at::isBefore)
        .findFirst();
  }

  private Instant end(LocalDate evening, ZoneId zone) {
    return instant(to.isAfter(from) ? evening : evening.plusDays(1), to, zone);
  }

  private static Instant instant(LocalDate day, LocalTime time, ZoneId zone) {
    return ZonedDateTime.of(day, time, zone).toInstant();
  }
}
