package org.procart.alerting.adherence;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When patients and carers may be reminded. Staff hear at any hour. */
record Waking(LocalTime from, LocalTime until, ZoneId zone) {

  /** The first moment from then on at which people are awake. */
  Instant next(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    LocalTime time = local.toLocalTime();
    if (!time.isBefore(from) && time.isBefore(until)) {
      return moment;
    }
    ZonedDateTime morning = local.toLocalDate().atTime(from).atZone(zone);
    return (time.isBefore(from)
            ? morning
            : local.toLocalDate().plusDays(1).atTime(from).atZone(zone))
        .toInstant();
  }
}
