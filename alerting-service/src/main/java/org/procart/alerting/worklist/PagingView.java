package org.procart.alerting.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Acknowledgement;
import org.procart.alerting.alert.Episode;
import org.procart.alerting.notification.Armed;
import org.procart.alerting.notification.PageLog;
import org.procart.alerting.notification.PageOutcome;
import org.procart.alerting.notification.PageStep;

/**
 * How the call for a person goes.
 *
 * @param pages each person and channel with what became of it, in order
 * @param acknowledgedAfterSeconds from the newest sounding to its first answer; null: none yet
 * @param overdue nobody has answered for so long that the desk was told
 * @param nextStepAt when others are called; null: nothing waits
 * @param waitsFor ACKNOWLEDGEMENT, QUIET_HOURS or SUPPLIERS
 */
record PagingView(
    List<PageOutcome> pages,
    @Nullable Long acknowledgedAfterSeconds,
    boolean overdue,
    @Nullable Instant nextStepAt,
    @Nullable String waitsFor) {

  private static final String OVERDUE = "OVERDUE";

  static PagingView of(Episode episode, PageLog log) {
    List<PageStep> steps = log.steps(episode.alertId());
    int sounding = episode.sounding().number();
    Long answered = answeredAfter(episode, sounding);
    Armed armed = answered == null ? log.armed(episode.alertId()).orElse(null) : null;
    return new PagingView(
        PageOutcome.of(steps),
        answered,
        answered == null && steps.stream().anyMatch(step -> overdue(step, sounding)),
        armed == null ? null : armed.nextStepAt(),
        armed == null || armed.nextStepAt() == null ? null : armed.waitsFor());
  }

  private static boolean overdue(PageStep step, int sounding) {
    return OVERDUE.equals(step.reason()) && step.sounding() == sounding;
  }

  private static @Nullable Long answeredAfter(Episode episode, int sounding) {
    return episode.response().acknowledgements().stream()
        .filter(taken -> taken.sounding() == sounding)
        .map(Acknowledgement::at)
        .min(Comparator.naturalOrder())
        .map(at -> Math.max(0, Duration.between(episode.sounding().at(), at).toSeconds()))
        .orElse(null);
  }
}
