package org.procart.notification.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.stream.Stream;
import org.procart.notification.oncall.Duty;
import org.procart.notification.oncall.Roster;

/**
 * What a change of the clocks does to the rota.
 *
 * @param at the instant at which the clocks change
 * @param doubled the hour comes twice; else it is skipped
 * @param hour from this time on the site's clock…
 * @param until …to this one
 * @param onDuty everybody who is on in the hour, or at the skip
 */
record ClockChange(
    Instant at, boolean doubled, LocalDateTime hour, LocalDateTime until, List<OnDuty> onDuty) {

  /** A layer and who is on in it. */
  record OnDuty(String role, int layer, List<String> staff) {}

  static Stream<ZoneOffsetTransition> between(Instant from, Instant to, ZoneId zone) {
    return Stream.iterate(
        zone.getRules().nextTransition(from),
        next -> next != null && next.getInstant().isBefore(to),
        next -> zone.getRules().nextTransition(next.getInstant()));
  }

  static ClockChange of(ZoneOffsetTransition change, Roster roster) {
    LocalDateTime before = change.getDateTimeBefore();
    LocalDateTime after = change.getDateTimeAfter();
    boolean doubled = change.isOverlap();
    List<OnDuty> onDuty =
        roster.places().stream()
            .map(place -> new OnDuty(place.role(), place.layer(), staff(roster, place, change)))
            .toList();
    return new ClockChange(
        change.getInstant(), doubled, doubled ? after : before, doubled ? before : after, onDuty);
  }

  /** Around the doubled hour and its repetition; at a skip, around the instant. */
  static boolean isDoubled(ZoneOffsetTransition change, Instant from, Instant to) {
    Duration hour = change.getDuration().abs();
    return change.isOverlap()
        && !from.isBefore(change.getInstant().minus(hour))
        && !to.isAfter(change.getInstant().plus(hour));
  }

  private static List<String> staff(
      Roster roster, Roster.Place place, ZoneOffsetTransition change) {
    Duration hour = change.isOverlap() ? change.getDuration().abs() : Duration.ofNanos(1);
    return roster
        .duties(
            place.role(),
            place.layer(),
            change.getInstant().minus(hour),
            change.getInstant().plus(hour))
        .map(Duty::staffId)
        .distinct()
        .toList();
  }
}
