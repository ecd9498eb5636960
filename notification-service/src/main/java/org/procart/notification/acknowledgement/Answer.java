package org.procart.notification.acknowledgement;

import java.time.Instant;
import java.time.ZoneId;

/** What an acknowledgement came to. */
sealed interface Answer {

  /**
   * It counts.
   *
   * @param taken alerts that are theirs now
   * @param of alerts that the message was about; the others are over or sound anew
   */
  record Accepted(Instant at, ZoneId zone, int taken, int of) implements Answer {}

  /** Recorded for a sounding that is over; a newer one goes on. */
  record Older() implements Answer {}

  /** The alert is closed. */
  record Closed() implements Answer {}

  /** The code or link has ended. */
  record Expired() implements Answer {}
}
