package org.procart.notification.acknowledgement;

import java.time.Clock;
import java.util.List;
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

  /** What the holder of the key says for the holder. */
  Answer accept(Key key, String route, String causeId) {
    return accept(key, Acknowledgement.of(key.recipientId(), route, clock.instant(), causeId));
  }

  /**
   * Of several alerts in one message, each is taken on that is still open: one that has sounded
   * again since is not.
   *
   * @param said its cause is kept: the same one twice is one acknowledgement
   */
  Answer accept(Key key, Acknowledgement said) {
    List<Escalation> open =
        key.escalationIds().stream()
            .flatMap(id -> escalations.find(id).stream())
            .filter(escalation -> !closed(escalation))
            .toList();
    if (open.isEmpty()) {
      return new Answer.Closed();
    }
    if (!key.live(said.at())) {
      return new Answer.Expired();
    }
    List<Escalation> noted =
        open.stream().flatMap(each -> acknowledge(each.id(), said).stream()).toList();
    List<Escalation> taken =
        noted.stream().filter(escalation -> escalation.phase() != Phase.ENDED).toList();
    if (taken.isEmpty()) {
      return noted.isEmpty() ? new Answer.Closed() : new Answer.Older();
    }
    Escalation first = taken.getFirst();
    return new Answer.Accepted(
        kept(first, said).at(), first.page().zone(), taken.size(), key.escalationIds().size());
  }

  /** Empty when it is not open any more. */
  Optional<Escalation> acknowledge(String escalationId, Acknowledgement said) {
    Optional<Escalation> after = escalations.acknowledge(escalationId, said);
    after.ifPresent(each -> log(each, kept(each, said)));
    return after;
  }

  /** Moves paging on; false when there is none to move. */
  boolean decline(Key key) {
    List<String> paging = key.escalationIds().stream().filter(this::isPaging).toList();
    paging.forEach(
        id -> {
          escalations.decline(id, key.recipientId());
          wake.soon(id);
        });
    return !paging.isEmpty();
  }

  private boolean isPaging(String escalationId) {
    return escalations.find(escalationId).filter(each -> each.phase() == Phase.PAGING).isPresent();
  }

  private static void log(Escalation after, Acknowledgement kept) {
    LOG.atInfo()
        .addKeyValue("notificationId", after.id())
        .addKeyValue("alertId", after.page().alertId())
        .addKeyValue("recipientId", kept.by())
        .addKeyValue("route", kept.route())
        .log("Acknowledged");
  }

  private static Acknowledgement kept(Escalation escalation, Acknowledgement said) {
    return escalation.acknowledgements().stream()
        .filter(each -> each.causeId().equals(said.causeId()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean closed(Escalation escalation) {
    return escalation.phase() == Phase.ENDED && "CLOSED".equals(escalation.endReason());
  }
}
