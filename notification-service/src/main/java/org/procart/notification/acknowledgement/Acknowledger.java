package org.procart.notification.acknowledgement;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.procart.notification.escalation.Acknowledgement;
import org.procart.notification.escalation.Escalation;
import org.procart.notification.escalation.Escalations;
import org.procart.notification.escalation.Phase;
import org.procart.notification.escalation.Wake;
import org.procart.notification.key.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets the holder of a key take an alert on, or refuse it. */
@Component
class Acknowledger {

  private static final Logger LOG = LoggerFactory.getLogger(Acknowledger.class);

  private final Escalations escalations;
  private final Wake wake;
  private final Clock clock;

  Acknowledger(Escalations escalations, Wake wake, Clock clock) {
    this.escalations = escalations;
    this.wake = wake;
    this.clock = clock;
  }

  /**
   * @param causeId what says so; the same one twice is one acknowledgement
   */
  Answer accept(Key key, String route, String causeId) {
    Instant now = clock.instant();
    Optional<Escalation> open = escalations.find(key.escalationId()).filter(e -> !closed(e));
    if (open.isEmpty()) {
      return new Answer.Closed();
    }
    if (!key.live(now)) {
      return new Answer.Expired();
    }
    Acknowledgement acknowledgement = Acknowledgement.of(key.recipientId(), route, now, causeId);
    return escalations
        .acknowledge(key.escalationId(), acknowledgement)
        .map(after -> answer(after, causeId))
        .orElseGet(Answer.Closed::new);
  }

  /** Moves paging on; false when there is none to move. */
  boolean decline(Key key) {
    boolean paging =
        escalations
            .find(key.escalationId())
            .filter(each -> each.phase() == Phase.PAGING)
            .isPresent();
    if (paging) {
      escalations.decline(key.escalationId(), key.recipientId());
      wake.soon(key.escalationId());
    }
    return paging;
  }

  private static Answer answer(Escalation after, String causeId) {
    Acknowledgement kept =
        after.acknowledgements().stream()
            .filter(each -> each.causeId().equals(causeId))
            .findFirst()
            .orElseThrow();
    LOG.atInfo()
        .addKeyValue("notificationId", after.id())
        .addKeyValue("alertId", after.page().alertId())
        .addKeyValue("recipientId", kept.by())
        .addKeyValue("route", kept.route())
        .log("Acknowledged");
    return after.phase() == Phase.ENDED
        ? new Answer.Older()
        : new Answer.Accepted(kept.at(), after.page().zone());
  }

  private static boolean closed(Escalation escalation) {
    return escalation.phase() == Phase.ENDED && "CLOSED".equals(escalation.endReason());
  }
}
