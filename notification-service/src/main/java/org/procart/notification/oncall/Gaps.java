package org.procart.notification.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds when nobody is on. */
final class Gaps {

  private Gaps() {}

  /**
   * @param duties in the order of their starts
   */
  static List<Gap> between(Roster.Place place, List<Duty> duties, Instant from, Instant to) {
    List<Gap> gaps = new ArrayList<>();
    Instant covered = from;
    for (Duty duty : duties) {
      if (duty.start().isAfter(covered) && covered.isBefore(to)) {
        gaps.add(new Gap(place.role(), place.layer(), covered, earlier(duty.start(), to)));
      }
      covered = duty.end().isAfter(covered) ? duty.end() : covered;
    }
    if (covered.isBefore(to)) {
      gaps.add(new Gap(place.role(), place.layer(), covered, to));
    }
    return gaps;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
