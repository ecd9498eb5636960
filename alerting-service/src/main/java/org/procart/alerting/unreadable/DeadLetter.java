package org.procart.alerting.unreadable;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.event.EventId;

/**
 * A record that some group could not process, named by the place where it was first written.
 *
 * @param patientId the record's key; null: it had none
 * @param at when it was first written
 */
record DeadLetter(
    @Nullable String patientId, String topic, int partition, long offset, Instant at) {

  /** Two groups that fail on the same record speak of the same thing. */
  String id() {
    return EventId.of("dead-letter", topic, partition, offset);
  }
}
