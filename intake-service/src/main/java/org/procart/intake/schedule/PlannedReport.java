package org.procart.intake.schedule;

import java.time.Instant;
import java.time.LocalDate;
import org.procart.intake.schedule.Occurrence.Place;

/**
 * One report that is asked for once.
 *
 * @param infusionDate that the day is counted from
 * @param day on which it is due; 0 is the infusion
 * @param opensAt a report observed from then on counts
 * @param closesAt a report observed from then on does not count
 */
record PlannedReport(LocalDate infusionDate, int day, Instant opensAt, Instant closesAt) {

  static PlannedReport at(Place place) {
    return new PlannedReport(place.infusionDate(), place.day(), place.opensAt(), place.closesAt());
  }

  LocalDate dueOn() {
    return infusionDate.plusDays(day);
  }
}
