package org.procart.alerting.alert;

import java.time.Instant;

/**
 * A time that an alert sounds; acknowledging an older one stops nothing newer.
 *
 * @param number a count from 1
 * @param at when it began
 * @param reason RAISED, WORSENED, RE_PAGED or RE_ARMED
 */
public record Sounding(Integer number, Instant at, ChangeKind reason) {

  Sounding next(Instant now, ChangeKind why) {
    return new Sounding(number + 1, now, why);
  }
}
