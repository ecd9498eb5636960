package org.procart.alerting.alert;

import java.time.Instant;
import java.util.function.Consumer;

/** Reads alerts of any state, archived ones too, and can do nothing else. */
public interface PastAlerts {

  /** Each alert that was opened from one time until just before another, in no order. */
  void openedBetween(Instant from, Instant to, Consumer<Alert> reader);
}
