package org.procart.notification.escalation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.procart.notification.oncall.ContactPoint;

/** Adds attempts, and says who has been paged and who may still be reached. */
final class Paging {

  private final Turn turn;

  Paging(Turn turn) {
    this.turn = turn;
  }

  /** Pages in the current step. */
  void page(Recipient recipient, Collection<ContactPoint> contacts, Flag flag, String reason) {
    Instant quietUntil = recipient.quietUntil();
    Instant dueAt = quietUntil == null ? turn.now : quietUntil;
    Instant expiresAt = dueAt.plusSeconds(lifeSeconds());
    int round = turn.progress.round();
    int step = turn.progress.step();
    contacts.forEach(
        contact -> add(recipient, contact, new Slot(round, step, flag, reason, dueAt, expiresAt)));
  }

  /** Pages in the step of an earlier attempt, within that one's time. */
  void follow(Target earlier, Recipient recipient, Collection<ContactPoint> contacts, String why) {
    Slot slot = slot(earlier, why);
    contacts.forEach(contact -> add(recipient, contact, slot));
  }

  /** The same words to the same phone, by another supplier. */
  void again(Attempt earlier, String supplier, String why) {
    Target target = earlier.target();
    boolean mayHaveArrived = earlier.state() != AttemptState.FAILED;
    Flag flag = mayHaveArrived && target.flag() == Flag.NONE ? Flag.AGAIN : target.flag();
    add(
        new Target(
            target.round(),
            target.step(),
            target.recipientId(),
            target.channel(),
            target.address(),
            flag,
            why,
            turn.now,
            target.expiresAt(),
            target.language(),
            supplier),
        mayHaveArrived ? Status.repeating(turn.now) : Status.queued(turn.now));
  }

  private Slot slot(Target earlier, String why) {
    return new Slot(
        earlier.round(), earlier.step(), earlier.flag(), why, turn.now, earlier.expiresAt());
  }

  boolean paged(int round, String recipientId) {
    return turn.attempts.stream()
        .map(Attempt::target)
        .anyMatch(target -> target.round() == round && target.recipientId().equals(recipientId));
  }

  List<Attempt> group(Target target) {
    return turn.attempts(each -> each.target().sameGroup(target));
  }

  Set<String> addresses(List<Attempt> attempts) {
    return attempts.stream().map(each -> each.target().address()).collect(Collectors.toSet());
  }

  /** Whether one of these people may still be reached, so that others can wait. */
  boolean holds(List<Attempt> attempts) {
    return attempts.stream().anyMatch(this::holds);
  }

  /**
   * E-mail tells nothing of its delivery: it holds the step only where no phone was tried. A second
   * supplier's try holds nobody back.
   */
  private boolean holds(Attempt attempt) {
    if (attempt.target().avoid() != null) {
      return false;
    }
    boolean counts =
        attempt.target().channel().givesReceipts()
            || group(attempt.target()).stream()
                .noneMatch(each -> each.target().channel().givesReceipts());
    return counts && attempt.holds(turn.now, turn.policy.receiptSeconds());
  }

  private void add(Recipient recipient, ContactPoint contact, Slot slot) {
    Target target =
        new Target(
            slot.round(),
            slot.step(),
            recipient.id(),
            contact.channel(),
            contact.address(),
            slot.flag(),
            slot.reason(),
            slot.dueAt(),
            slot.expiresAt(),
            recipient.language(),
            null);
    if (slot.dueAt().isAfter(turn.now)) {
      add(target, Status.quiet(slot.dueAt()));
    } else {
      add(target, Status.queued(turn.now));
    }
  }

  private void add(Target target, Status status) {
    String id = turn.before.id().substring(0, 16) + "-" + turn.nextNumber();
    Attempt attempt = new Attempt(id, target, status);
    turn.attempts.add(attempt);
    turn.tell(Change.Kind.QUEUED, attempt, target.reason());
    if (status.reason() != null) {
      turn.tell(Change.Kind.HUSHED, attempt, status.reason());
    }
  }

  /** An attempt is tried as long as its step waits, the last one's as long as the round. */
  private int lifeSeconds() {
    boolean last = turn.progress.step() >= turn.policy.steps().size();
    int wait =
        last
            ? turn.policy.roundSeconds()
            : turn.policy.steps().get(turn.progress.step() - 1).waitSeconds();
    return Math.max(wait, turn.policy.receiptSeconds());
  }

  private record Slot(
      int round, int step, Flag flag, String reason, Instant dueAt, Instant expiresAt) {}
}
