package org.procart.notification.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * A time on somebody's clock.
 *
 * @param wholeDay only the day was given
 */
record Moment(LocalDateTime local, ZoneRules rules, boolean wholeDay) {

  /** Who comes in a doubled hour comes at its first; a skipped time is moved by the skipped. */
  Instant first() {
    return instant(0);
  }

  /** Who goes in a doubled hour goes at its second, so that nobody is missing. */
  Instant last() {
    return instant(1);
  }

  private Instant instant(int choice) {
    List<java.time.ZoneOffset> offsets = rules.getValidOffsets(local);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition skip = rules.getTransition(local);
      return local.toInstant(skip.getOffsetBefore());
    }
    return local.toInstant(offsets.get(Math.min(choice, offsets.size() - 1)));
  }

  Moment at(LocalDateTime other) {
    return new Moment(other, rules, wholeDay);
  }

  /** The same instant as another clock shows it. */
  LocalDateTime on(ZoneRules other) {
    return rules.equals(other) ? local : LocalDateTime.ofInstant(first(), other.getOffset(first()));
  }
}
