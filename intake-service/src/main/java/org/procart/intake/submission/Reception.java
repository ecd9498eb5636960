package org.procart.intake.submission;

import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.intake.report.Revision;
import org.procart.intake.report.Version;
import org.procart.schemas.SubmissionReceived;

/** Takes a delivery: reads it, stores it, and only then answers; publishing follows by itself. */
class Reception {

  private static final String NOT_WATCHED = "REPORT_NOT_WATCHED";

  private final Assessment assessment;
  private final Receipts receipts;
  private final Reports reports;
  private final Postponed postponed;
  private final RateLimit limit;
  private final Outbox outbox;
  private final OperationsAlarms alarms;
  private final Replies replies;
  private final Clock clock;

  Reception(
      Assessment assessment,
      Receipts receipts,
      Reports reports,
      Postponed postponed,
      RateLimit limit,
      Outbox outbox,
      OperationsAlarms alarms,
      Replies replies,
      Clock clock) {
    this.assessment = assessment;
    this.receipts = receipts;
    this.reports = reports;
    this.postponed = postponed;
    this.limit = limit;
    this.outbox = outbox;
    this.alarms = alarms;
    this.replies = replies;
    this.clock = clock;
  }

  /**
   * @param limited false: the sender's limit was checked before, or does not count
   */
  Answered receive(Delivery delivery, boolean limited) {
    Candidate candidate = assessment.of(delivery);
    // Each round that stores nothing means that another version was stored, so this ends.
    while (true) {
      Revision revision =
          Revision.of(
              reports.versions(candidate.identity().hash()),
              candidate.identity().content(),
              candidate.header().status(),
              candidate.completeness());
      if (revision instanceof Revision.Repeat(Version before)) {
        return replies.repeated(candidate, before);
      }
      if (limited && !limit.allows(delivery.caller(), candidate.identity().eventId())) {
        return postponed(candidate);
      }
      Accepted accepted = Accepted.of(candidate, revision, receipt(candidate));
      if (stored(accepted)) {
        return accepted(accepted);
      }
    }
  }

  private String receipt(Candidate candidate) {
    return receipts.claim(
        candidate.identity(), candidate.origin(), candidate.delivery().caller().subject());
  }

  private boolean stored(Accepted accepted) {
    SubmissionReceived event =
        accepted.candidate().published() ? SubmissionEvents.event(accepted) : null;
    Document document = ReportDocument.of(accepted, event);
    List<OutboxEntry> entries =
        event == null
            ? List.of()
            : List.of(
                OutboxEntry.of(
                    SubmissionEvents.TOPIC, SubmissionEvents.key(event), event, clock.instant()));
    document.put(OutboxEntry.FIELD, entries.stream().map(OutboxEntry::toBson).toList());
    if (!reports.insert(document)) {
      return false;
    }
    if (event != null) {
      outbox.publishSoon(accepted.documentId(), entries);
    }
    return true;
  }

  private Answered postponed(Candidate candidate) {
    postponed.add(candidate.identity().eventId(), candidate.delivery());
    return replies.postponed(candidate, receipt(candidate));
  }

  private Answered accepted(Accepted accepted) {
    Origin origin = accepted.candidate().origin();
    if (!origin.watched()) {
      tellSite(origin.siteId(), accepted.receipt());
    }
    return replies.accepted(accepted);
  }

  /** Each such report is news of its own, so the alarm does not stay. */
  private void tellSite(@Nullable String siteId, String receipt) {
    alarms.raise(
        NOT_WATCHED,
        siteId,
        ("Report %s came from a patient who withdrew or gave no consent to care. It is stored, not"
                + " scored. The site's administrator should call the patient.")
            .formatted(receipt));
    alarms.clear(NOT_WATCHED, siteId);
  }
}
