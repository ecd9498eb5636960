package org.procart.notification.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.notification.escalation.Page;
import org.procart.notification.policy.Level;
import org.procart.schemas.AlertAcknowledgement;
import org.procart.schemas.AlertChanged;
import org.procart.schemas.AlertLevel;

/**
 * An alert as it stands. Readers act on this, never on what kind of change told of it.
 *
 * @param sounding counted from 1
 * @param day after infusion; null: not infused
 * @param takenBy who had it and did nothing; null unless it sounds because of that
 */
record AlertSnapshot(
    String alertId,
    long revision,
    State state,
    Level level,
    int sounding,
    Instant soundedAt,
    String soundingReason,
    boolean pageable,
    @Nullable String patientId,
    @Nullable String siteId,
    @Nullable String correlationId,
    boolean synthetic,
    @Nullable Integer day,
    @Nullable String takenBy) {

  enum State {
    OPEN,
    ACKNOWLEDGED,
    CLOSED
  }

  static AlertSnapshot of(AlertChanged event) {
    Instant soundingAt = event.getSoundingAt();
    return new AlertSnapshot(
        event.getAlertId(),
        event.getRevision(),
        state(event),
        // What this release does not know is treated as the worst.
        event.getLevel() == AlertLevel.AMBER ? Level.AMBER : Level.RED,
        event.getSounding(),
        soundingAt == null ? event.getOccurredAt() : soundingAt,
        event.getSoundingReason(),
        event.getPageable(),
        event.getPatientId(),
        event.getSiteId(),
        event.getCorrelationId(),
        event.getSynthetic(),
        event.getDayAfterInfusion(),
        takenBy(event));
  }

  private static @Nullable String takenBy(AlertChanged event) {
    List<AlertAcknowledgement> all = event.getAcknowledgements();
    return Page.IDLE.equals(event.getSoundingReason()) && !all.isEmpty()
        ? all.getLast().getBy()
        : null;
  }

  private static State state(AlertChanged event) {
    return switch (event.getState()) {
      case ACKNOWLEDGED -> State.ACKNOWLEDGED;
      case CLOSED -> State.CLOSED;
      case OPEN, UNKNOWN -> State.OPEN;
    };
  }
}
