package org.procart.alerting.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.TimelineEntry;
import org.procart.alerting.notification.PageStep;

/**
 * One line of the story that staff read: of the alert, or of its pages.
 *
 * @param source ALERT or PAGE
 * @param by person, where a person did it
 * @param recipientId who was paged
 */
record TimelineLine(
    Instant at,
    String source,
    String kind,
    int sounding,
    @Nullable String by,
    @Nullable String detail,
    @Nullable String receipt,
    @Nullable String channel,
    @Nullable String recipientId,
    boolean possiblyRepeated) {

  static TimelineLine of(TimelineEntry entry) {
    return new TimelineLine(
        entry.at(),
        "ALERT",
        entry.kind().name(),
        entry.sounding(),
        entry.by(),
        entry.detail(),
        entry.receipt(),
        null,
        null,
        false);
  }

  static TimelineLine of(PageStep step) {
    return new TimelineLine(
        step.at(),
        "PAGE",
        step.kind(),
        step.sounding(),
        null,
        step.reason(),
        null,
        step.channel(),
        step.recipientId(),
        step.possiblyRepeated());
  }
}
