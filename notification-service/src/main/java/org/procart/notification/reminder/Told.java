package org.procart.notification.reminder;

import org.jspecify.annotations.Nullable;

/**
 * A change that others hear of.
 *
 * @param revision counted from 1
 * @param letter null where it is about none
 */
record Told(long revision, Kind kind, @Nullable String reason, @Nullable Letter letter) {

  /** What became of the reminder. */
  enum Kind {
    SENT,
    FAILED,
    EXPIRED,
    SKIPPED
  }
}
