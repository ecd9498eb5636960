package org.procart.intake.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.procart.intake.protocol.Entry;

/**
 * One questionnaire that is due once.
 *
 * @param place null: no infusion is known, and it can be done all the same
 */
record Occurrence(Entry entry, @Nullable Place place) {

  /**
   * Where it lies in time.
   *
   * @param infusionDate that it is counted from
   * @param day 0 is the infusion
   * @param dueOn local date
   * @param opensAt from then on a report counts for it
   * @param dueAt from then on it is late
   * @param closesAt from then on it is missed
   */
  record Place(
      LocalDate infusionDate,
      int day,
      LocalDate opensOn,
      LocalDate dueOn,
      LocalDate closesOn,
      Instant opensAt,
      Instant dueAt,
      Instant closesAt) {}

  static Occurrence on(Entry entry, LocalDate infusion, LocalDate dueOn, ZoneId zone) {
    LocalDate opensOn = dueOn.minusDays(entry.window().daysBefore());
    LocalDate closesOn = dueOn.plusDays(entry.window().closesDaysAfter());
    return new Occurrence(
        entry,
        new Place(
            infusion,
            (int) (dueOn.toEpochDay() - infusion.toEpochDay()),
            opensOn,
            dueOn,
            closesOn,
            entry.window().opens().on(opensOn, zone),
            entry.window().due().on(dueOn, zone),
            entry.window().closes().on(closesOn, zone)));
  }
}
