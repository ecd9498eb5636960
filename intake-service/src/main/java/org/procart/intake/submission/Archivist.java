package org.procart.intake.submission;

import java.util.List;
import org.bson.Document;

/** Moves reports on once their event is published, or at once when there is none. */
class Archivist {

  private final Reports reports;
  private final List<WhenPublished> whenPublished;

  Archivist(Reports reports, List<WhenPublished> whenPublished) {
    this.reports = reports;
    this.whenPublished = List.copyOf(whenPublished);
  }

  void archive(Object documentId) {
    reports.archive(documentId, this::tell);
  }

  private void tell(Document report) {
    ReportDocument.event(report)
        .ifPresent(
            event -> {
              String documentId = ReportDocument.text(report, "_id");
              whenPublished.forEach(each -> each.published(documentId, event));
            });
  }
}
