package org.procart.intake.submission;

import org.procart.schemas.SubmissionReceived;

/** Told of every report whose event is on its topic; may be told twice. */
@FunctionalInterface
public interface WhenPublished {

  void published(String documentId, SubmissionReceived event);
}
