package org.procart.notification.operations;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.AlarmState;
import org.procart.schemas.OperationsAlarm;

/**
 * An alarm of the platform about itself.
 *
 * @param component who speaks
 */
record Alarm(
    String eventId,
    Instant at,
    String component,
    boolean cleared,
    String code,
    @Nullable String siteId,
    String text) {

  static Alarm of(OperationsAlarm event) {
    return new Alarm(
        event.getEventId(),
        event.getOccurredAt(),
        event.getComponent(),
        event.getState() == AlarmState.CLEARED,
        event.getCode(),
        event.getSiteId(),
        event.getText());
  }

  /** Alarms with the same subject are one trouble. */
  String subject() {
    return component + "/" + code + "/" + Objects.requireNonNullElse(siteId, "");
  }
}
