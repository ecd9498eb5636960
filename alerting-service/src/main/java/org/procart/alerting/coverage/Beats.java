package org.procart.alerting.coverage;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Intake's signs of life, from all of its instances. */
interface Beats {

  /**
   * What is known of intake.
   *
   * @param coveredSince since when no sign of life was missing
   * @param lastAt the latest sign of life
   * @param publishedUntil what intake stored before that is on its topic
   */
  record Life(Instant coveredSince, Instant lastAt, Instant publishedUntil) {}

  /**
   * @param oldestUnpublishedAt since when something waits there; null: nothing waits
   */
  void heard(String instance, Instant at, @Nullable Instant oldestUnpublishedAt);

  Optional<Life> intake();
}
