package org.procart.alerting.stream;

import org.procart.alerting.alert.AlertState;
import org.procart.alerting.rule.Level;
import org.procart.alerting.worklist.AlertSummary;
import org.procart.alerting.worklist.AlertSummary.SoundingView;
import org.procart.schemas.AlertChanged;
import org.procart.schemas.AlertLevel;

/** The line of the list, made from an event: a screen replaces the one by the other. */
final class StreamedSummary {

  private StreamedSummary() {}

  static AlertSummary of(AlertChanged change, boolean clinical) {
    return new AlertSummary(
        change.getAlertId(),
        change.getRevision(),
        state(change),
        change.getLevel() == AlertLevel.AMBER ? Level.AMBER : Level.RED,
        change.getSiteId(),
        clinical ? change.getPatientId() : null,
        clinical ? change.getRuleId() : null,
        null,
        clinical ? change.getWording() : null,
        change.getOpenedAt(),
        new SoundingView(
            change.getSounding(),
            change.getSoundingAt() == null ? change.getOpenedAt() : change.getSoundingAt(),
            change.getSoundingReason()),
        change.getPageable(),
        change.getNotPagedReason(),
        change.getRepeats(),
        clinical ? change.getDayAfterInfusion() : null,
        clinical ? change.getCareStatus() : null,
        change.getSynthetic());
  }

  private static AlertState state(AlertChanged change) {
    return switch (change.getState()) {
      case ACKNOWLEDGED -> AlertState.ACKNOWLEDGED;
      case CLOSED -> AlertState.CLOSED;
      case OPEN, UNKNOWN -> AlertState.OPEN;
    };
  }
}
