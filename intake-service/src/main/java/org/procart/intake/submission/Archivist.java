package org.procart.intake.submission;

import org.bson.Document;

/** Moves reports on once their event is published, or at once when there is none. */
class Archivist {

  private final Reports reports;
  private final WhenPublished whenPublished;

  Archivist(Reports reports, WhenPublished whenPublished) {
    this.reports = reports;
    this.whenPublished = whenPublished;
  }

  void archive(Object documentId) {
    reports.archive(documentId, this::tell);
  }

  private void tell(Document report) {
    if (ReportDocument.event(report).isPresent()) {
      whenPublished.published(
          ReportDocument.text(report, "receipt"),
          ReportDocument.text(report, "_id"),
          ReportDocument.receivedAt(report));
    }
  }
}
