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
    Instant expiresAt = turn.now.plusSeconds(lifeSeconds());
    int round = turn.progress.round();
    int step = turn.progress.step();
    contacts.forEach(
        contact -> add(recipient, contact, new Slot(round, step, flag, reason, expiresAt)));
  }

  /** Pages in the step of an earlier attempt, within that one's time. */
  void follow(Target earlier, Recipient recipient, Collection<ContactPoint> contacts, String why) {
    Slot slot = new Slot(earlier.round(), earlier.step(), earlier.flag(), why, earlier.expiresAt());
    contacts.forEach(contact -> add(recipient, contact, slot));
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

  /** E-mail tells nothing of its delivery: it holds the step only where no phone was tried. */
  private boolean holds(Attempt attempt) {
    boolean counts =
        attempt.target().channel().givesReceipts()
            || group(attempt.target()).stream()
                .noneMatch(each -> each.target().channel().givesReceipts());
    return counts && attempt.holds(turn.now, turn.policy.receiptSeconds());
  }

  private void add(Recipient recipient, ContactPoint contact, Slot slot) {
    String id = turn.before.id().substring(0, 16) + "-" + (turn.attempts.size() + 1);
    Target target =
        new Target(
            slot.round(),
            slot.step(),
            recipient.id(),
            contact.channel(),
            contact.address(),
            slot.flag(),
            slot.reason(),
            turn.now,
            slot.expiresAt(),
            recipient.language());
    Attempt attempt = new Attempt(id, target, Status.queued(turn.now));
    turn.attempts.add(attempt);
    turn.tell(Change.Kind.QUEUED, attempt, slot.reason());
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

  private record Slot(int round, int step, Flag flag, String reason, Instant expiresAt) {}
}
