package org.procart.intake.submission;

import java.time.Instant;

/** Told of every report whose event is on its topic; may be told twice. */
@FunctionalInterface
public interface WhenPublished {

  void published(String receipt, String documentId, Instant receivedAt);
}
