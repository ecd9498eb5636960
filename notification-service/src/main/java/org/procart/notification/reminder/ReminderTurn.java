package org.procart.notification.reminder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ReceiptListener.Receipt;
import org.procart.notification.outgoing.Outcome;
import org.procart.notification.reminder.Reminder.Phase;

/** One change of a reminder, and what is told of it. Doing a step again changes nothing. */
final class ReminderTurn {

  static final String NO_CONTACT = "NO_CONTACT";
  static final String CANCELLED = "CANCELLED";

  /** Sent, but cancelled in the moment in which a supplier took it. */
  static final String CROSSED = "CROSSED";

  private final Asked asked;
  private final List<Told> told = new ArrayList<>();
  private final List<Letter> letters;
  private Phase phase;
  private long revision;

  ReminderTurn(Reminder before) {
    asked = before.asked();
    letters = new ArrayList<>(before.letters());
    phase = before.phase();
    revision = before.revision();
  }

  Reminder after() {
    return new Reminder(asked, phase, letters, revision);
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  void begin(List<Letter> all, Instant now) {
    if (phase != Phase.NEW) {
      return;
    }
    if (!now.isBefore(asked.expiresAt())) {
      end(Told.Kind.EXPIRED, null, null);
    } else if (all.isEmpty()) {
      end(Told.Kind.SKIPPED, NO_CONTACT, null);
    } else {
      letters.addAll(all);
      phase = Phase.SENDING;
    }
  }

  void cancel() {
    switch (phase) {
      case NEW -> end(Told.Kind.SKIPPED, CANCELLED, null);
      case SENDING -> {
        tell(Told.Kind.SKIPPED, CANCELLED, null);
        phase = Phase.CANCELLED;
      }
      case SENT -> phase = Phase.ENDED;
      case CANCELLED, ENDED -> {}
    }
  }

  void ended(String letterId, Outcome outcome) {
    for (int i = 0; i < letters.size(); i++) {
      Letter letter = letters.get(i);
      if (letter.id().equals(letterId) && letter.waits()) {
        letters.set(i, letter.now(state(outcome), outcome.reason()));
        note(letters.get(i));
      }
    }
  }

  private void note(Letter letter) {
    if (letter.state() == Letter.State.SENT) {
      tell(Told.Kind.SENT, phase == Phase.CANCELLED ? CROSSED : null, letter);
    }
    if (letters.stream().anyMatch(Letter::waits)) {
      return;
    }
    if (phase == Phase.SENDING && !anySent()) {
      reachedNobody();
    }
    boolean awaited = phase == Phase.SENDING && none(Letter::reached) && anySent();
    phase = awaited ? Phase.SENT : Phase.ENDED;
    settle();
  }

  /** What the supplier said later; the first word counts. It may be faster than our own note. */
  void receipt(String letterId, Receipt receipt) {
    ended(letterId, new Outcome(Outcome.State.SENT, null));
    letters.replaceAll(
        letter ->
            letter.id().equals(letterId) && letter.awaitsReceipt()
                ? letter.now(
                    receipt.delivered() ? Letter.State.DELIVERED : Letter.State.UNDELIVERED,
                    receipt.reason())
                : letter);
    settle();
  }

  /** Whose supplier says nothing in time counts as reached, as before there were receipts. */
  void awaitNoLonger(Instant now) {
    if (phase == Phase.SENT && !now.isBefore(asked.expiresAt())) {
      phase = Phase.ENDED;
    }
  }

  private void settle() {
    if (phase != Phase.SENT) {
      return;
    }
    if (!none(Letter::reached)) {
      phase = Phase.ENDED;
    } else if (none(Letter::awaitsReceipt)) {
      Letter lost = in(Letter.State.UNDELIVERED).orElseThrow();
      end(Told.Kind.FAILED, lost.reason(), lost);
    }
  }

  private boolean anySent() {
    return letters.stream()
        .anyMatch(
            letter ->
                letter.reached()
                    || letter.awaitsReceipt()
                    || letter.state() == Letter.State.UNDELIVERED);
  }

  private boolean none(Predicate<Letter> which) {
    return letters.stream().noneMatch(which);
  }

  /** A refusal says more than an expiry, and both more than a contact that is gone. */
  private void reachedNobody() {
    Optional<Letter> failed = in(Letter.State.FAILED);
    Optional<Letter> expired = in(Letter.State.EXPIRED);
    if (failed.isPresent()) {
      tell(Told.Kind.FAILED, failed.get().reason(), failed.get());
    } else if (expired.isPresent()) {
      tell(Told.Kind.EXPIRED, null, expired.get());
    } else {
      tell(Told.Kind.SKIPPED, NO_CONTACT, null);
    }
  }

  private void end(Told.Kind kind, @Nullable String reason, @Nullable Letter letter) {
    tell(kind, reason, letter);
    phase = Phase.ENDED;
  }

  private void tell(Told.Kind kind, @Nullable String reason, @Nullable Letter letter) {
    revision++;
    told.add(new Told(revision, kind, reason, letter));
  }

  private Optional<Letter> in(Letter.State state) {
    return letters.stream().filter(letter -> letter.state() == state).findFirst();
  }

  private static Letter.State state(Outcome outcome) {
    return switch (outcome.state()) {
      case SENT -> Letter.State.SENT;
      case FAILED -> Letter.State.FAILED;
      case EXPIRED -> Letter.State.EXPIRED;
      case WITHDRAWN -> Letter.State.WITHDRAWN;
    };
  }
}
