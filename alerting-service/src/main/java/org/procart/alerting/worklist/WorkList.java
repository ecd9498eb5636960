package org.procart.alerting.worklist;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.history.ScoredReport;
import org.procart.schemas.event.EventId;
import org.springframework.stereotype.Component;

/** Entries for staff to read. */
@Component
public final class WorkList {

  private static final String FREE_TEXT = "FREE_TEXT";

  private final WorkItems items;
  private final Clock clock;

  WorkList(WorkItems items, Clock clock) {
    this.items = items;
    this.clock = clock;
  }

  /** Notes free text of a patient's report; the entry of the report that it replaces goes. */
  public void note(ScoredReport report, @Nullable String siteId) {
    if (report.freeText() && !report.enteredInError()) {
      items.add(item(report, siteId));
      Optional.ofNullable(report.supersedes()).map(WorkList::id).ifPresent(items::remove);
    }
  }

  /**
   * A person has read it.
   *
   * @return false when there is no such open entry
   */
  boolean done(String itemId, String by) {
    return items.done(itemId, by, clock.instant());
  }

  private static WorkItem item(ScoredReport report, @Nullable String siteId) {
    return new WorkItem(
        id(report.submissionId()),
        FREE_TEXT,
        Objects.requireNonNull(report.patientId(), "only reports of known patients are noted"),
        siteId,
        report.synthetic(),
        report.submissionId(),
        report.receipt(),
        report.reporter(),
        report.observedAt(),
        report.receivedAt());
  }

  private static String id(String submissionId) {
    return EventId.of("work-item", FREE_TEXT, submissionId);
  }
}
