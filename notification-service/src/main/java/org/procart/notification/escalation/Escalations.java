package org.procart.notification.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.ReceiptListener.Receipt;
import org.procart.schemas.event.EventId;
import org.springframework.stereotype.Component;

/**
 * All that can happen to escalations. Each change is one guarded update of one document, made again
 * when another was faster, with the events that tell of it in the same write.
 */
@Component
public class Escalations {

  private static final Duration AFTER_FAULT = Duration.ofSeconds(5);
  private static final int LOST_RACES = 100;
  private static final int SOUNDINGS_AT_ONCE = 100;

  private final EscalationStore store;
  private final Outbox outbox;
  private final PagingMetrics metrics;
  private final Clock clock;

  Escalations(EscalationStore store, Outbox escalationOutbox, PagingMetrics metrics, Clock clock) {
    this.store = store;
    this.outbox = escalationOutbox;
    this.metrics = metrics;
    this.clock = clock;
  }

  public static String id(String alertId, int sounding) {
    return EventId.of("notification", alertId, sounding);
  }

  /** False when it has been begun before. */
  public boolean begin(Escalation escalation) {
    return store.insert(escalation, clock.instant());
  }

  public Optional<Escalation> find(String id) {
    return store.find(id).map(StoredEscalation::escalation);
  }

  /** Also in the archive. */
  public Optional<Escalation> findEver(String id) {
    return store.findAll(List.of(id)).stream().findFirst();
  }

  /** All of an alert, by sounding; also those in the archive. */
  public List<Escalation> ofAlert(String alertId) {
    List<Escalation> all = new ArrayList<>();
    List<Escalation> some = store.findAll(ids(alertId, 1, SOUNDINGS_AT_ONCE));
    for (int last = SOUNDINGS_AT_ONCE; !some.isEmpty(); last += SOUNDINGS_AT_ONCE) {
      all.addAll(some);
      some = store.findAll(ids(alertId, last + 1, last + SOUNDINGS_AT_ONCE));
    }
    all.sort(Comparator.comparingInt(escalation -> escalation.page().sounding()));
    return all;
  }

  /** Ends paging for soundings of an alert; those that are over already stay as they are. */
  public void end(String alertId, int soundings, String reason) {
    ids(alertId, 1, soundings).forEach(id -> change(id, turn -> Answers.end(turn, reason)));
  }

  public void acknowledgedElsewhere(String alertId, int sounding) {
    change(id(alertId, sounding), Answers::acknowledgedElsewhere);
  }

  /** Empty when it is not open any more. */
  public Optional<Escalation> acknowledge(String id, Acknowledgement acknowledgement) {
    return change(id, turn -> Answers.acknowledge(turn, acknowledgement)).map(Turn::after);
  }

  public void decline(String id, String recipientId) {
    change(id, turn -> Answers.decline(turn, recipientId));
  }

  /** Takes what waits for its turn; empty: it does not wait any more, or another has it. */
  Optional<Attempt> claim(String id, String attemptId) {
    return change(id, turn -> Advance.claimNow(turn, attemptId))
        .flatMap(turn -> turn.claims.stream().findFirst());
  }

  /**
   * @param alerts number of alerts that the message was about
   */
  void handedOver(String id, Attempt claimed, Delivery delivery, int alerts) {
    change(
        id,
        turn ->
            turn.after()
                .attempt(claimed.id())
                .filter(attempt -> stillAbout(attempt, claimed, delivery))
                .ifPresent(attempt -> Outcomes.handedOver(turn, attempt, delivery, alerts)));
  }

  void withdraw(String id, Attempt claimed) {
    change(
        id,
        turn ->
            turn.after()
                .attempt(claimed.id())
                .filter(attempt -> attempt.status().tries() == claimed.status().tries())
                .ifPresent(attempt -> Outcomes.withdrawn(turn, attempt)));
  }

  void receipt(String id, String attemptId, Receipt receipt) {
    change(
        id,
        turn ->
            turn.after()
                .attempt(attemptId)
                .ifPresent(attempt -> Outcomes.receipt(turn, attempt, receipt)));
  }

  /** After a fault; soon again, and not in the way of the others until then. */
  void postpone(String id) {
    Instant now = clock.instant();
    store.postpone(id, now, now.plus(AFTER_FAULT));
  }

  Optional<Turn> advance(String id, Covers covers) {
    return change(id, turn -> new Advance(turn, covers.of(turn.before.page(), turn.now)).run());
  }

  private Optional<Turn> change(String id, Consumer<Turn> what) {
    for (int i = 0; i < LOST_RACES; i++) {
      Optional<StoredEscalation> stored = store.find(id);
      if (stored.isEmpty()) {
        return Optional.empty();
      }
      Turn turn = new Turn(stored.get().escalation(), clock.instant());
      what.accept(turn);
      List<OutboxEntry> events = ChangeEvents.entries(turn);
      if (store.update(stored.get(), turn.after(), turn.wakeAt, events)) {
        outbox.publishSoon(id, events);
        metrics.count(turn);
        return Optional.of(turn);
      }
    }
    throw new IllegalStateException("Escalation " + id + " changes too fast");
  }

  /** Only good news counts from one whose claim was taken over. */
  private static boolean stillAbout(Attempt attempt, Attempt claimed, Delivery delivery) {
    return attempt.status().tries() == claimed.status().tries()
        || delivery instanceof Delivery.Sent;
  }

  private static List<String> ids(String alertId, int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(sounding -> id(alertId, sounding)).toList();
  }
}
