package org.procart.intake.submission;

import java.util.List;
import org.bson.Document;
import org.procart.schemas.SubmissionReceived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves reports on once their event is published, or at once when there is none. A report that
 * cannot be moved on stays in the inbox, where {@link OpenWork} finds it again, and stops no other.
 */
class Archivist {

  private static final Logger LOG = LoggerFactory.getLogger(Archivist.class);

  private final Reports reports;
  private final List<WhenPublished> whenPublished;

  Archivist(Reports reports, List<WhenPublished> whenPublished) {
    this.reports = reports;
    this.whenPublished = List.copyOf(whenPublished);
  }

  /** False: it could not be moved on, and is to be tried again. */
  boolean archive(Object documentId) {
    try {
      reports.archive(documentId, this::tell);
      return true;
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("document", documentId)
          .addKeyValue("exception", e.getClass().getName())
          .log("A report could not be moved on; it stays in the inbox");
      return false;
    }
  }

  private void tell(Document report) {
    ReportDocument.event(report)
        .ifPresent(event -> tell(ReportDocument.text(report, "_id"), event));
  }

  /** All are told, whoever fails; the failure then keeps the report where it is told again. */
  private void tell(String documentId, SubmissionReceived event) {
    IllegalStateException failed = null;
    for (WhenPublished each : whenPublished) {
      try {
        each.published(documentId, event);
      } catch (RuntimeException e) {
        LOG.atWarn()
            .addKeyValue("document", documentId)
            .addKeyValue("listener", each.getClass().getSimpleName())
            .addKeyValue("exception", e.getClass().getName())
            .log("A listener failed on a published report");
        failed = new IllegalStateException("A listener failed", e);
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
