package org.procart.intake.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Day of an observation counted from an infusion.
 *
 * @param infusionDate the infusion that is counted from
 * @param day 0 on the infusion day, negative before the first infusion
 */
public record InfusionDay(LocalDate infusionDate, int day) {

  /** Counts from the latest infusion not after the observation, before the first from that one. */
  public static Optional<InfusionDay> of(
      Instant observedAt, ZoneId zone, Collection<LocalDate> infusions) {
    LocalDate observedOn = LocalDate.ofInstant(observedAt, zone);
    return infusions.stream()
        .filter(date -> !date.isAfter(observedOn))
        .max(Comparator.naturalOrder())
        .or(() -> infusions.stream().min(Comparator.naturalOrder()))
        .map(date -> new InfusionDay(date, (int) ChronoUnit.DAYS.between(date, observedOn)));
  }
}
