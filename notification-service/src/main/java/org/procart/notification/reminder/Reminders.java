package org.procart.notification.reminder;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.notification.channel.ReceiptListener.Receipt;
import org.procart.notification.outgoing.Outcome;
import org.springframework.stereotype.Component;

/**
 * All that can happen to reminders. Each change is one guarded update of one document, made again
 * when another was faster, with the events that tell of it in the same write.
 */
@Component
class Reminders {

  private static final int LOST_RACES = 100;

  private final ReminderStore store;
  private final Outbox outbox;
  private final ReminderMetrics metrics;
  private final Clock clock;

  Reminders(ReminderStore store, Outbox reminderOutbox, ReminderMetrics metrics, Clock clock) {
    this.store = store;
    this.outbox = reminderOutbox;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** False when it was asked before. */
  boolean add(Asked asked) {
    return store.insert(Reminder.fresh(asked));
  }

  /** Empty when it is over and put away, or erased. */
  Optional<Reminder> find(String reminderId) {
    return store.find(reminderId).map(ReminderStore.Stored::reminder);
  }

  List<Reminder> openOf(String patientId) {
    return store.openOf(patientId);
  }

  void begin(String reminderId, List<Letter> letters) {
    change(reminderId, turn -> turn.begin(letters, clock.instant()));
  }

  void cancel(String reminderId) {
    change(reminderId, ReminderTurn::cancel);
  }

  void ended(String letterId, Outcome outcome) {
    change(Letter.reminderOf(letterId), turn -> turn.ended(letterId, outcome));
  }

  void receipt(String letterId, Receipt receipt) {
    change(Letter.reminderOf(letterId), turn -> turn.receipt(letterId, receipt));
  }

  /** Ends those for which no receipt came in time. */
  void awaitNoLonger() {
    Instant now = clock.instant();
    store.sent().stream()
        .filter(reminder -> !now.isBefore(reminder.asked().expiresAt()))
        .forEach(reminder -> change(reminder.id(), turn -> turn.awaitNoLonger(now)));
  }

  void erase(String patientId) {
    store.erase(patientId);
  }

  private void change(String reminderId, Consumer<ReminderTurn> what) {
    for (int i = 0; i < LOST_RACES; i++) {
      Optional<ReminderStore.Stored> stored = store.find(reminderId);
      if (stored.isEmpty() || tryChange(stored.get(), what)) {
        return;
      }
    }
    throw new IllegalStateException("Reminder " + reminderId + " changes too fast");
  }

  private boolean tryChange(ReminderStore.Stored before, Consumer<ReminderTurn> what) {
    ReminderTurn turn = new ReminderTurn(before.reminder());
    what.accept(turn);
    Reminder after = turn.after();
    if (after.equals(before.reminder())) {
      return true;
    }
    List<OutboxEntry> events = ReminderEvents.entries(after.asked(), turn.told(), clock.instant());
    if (!store.update(before, after, events)) {
      return false;
    }
    if (!events.isEmpty()) {
      outbox.publishSoon(after.id(), events);
    }
    metrics.count(turn.told());
    return true;
  }
}
