package org.procart.notification.escalation;

import java.util.List;
import java.util.Optional;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.oncall.ContactPoint;

/**
 * Where a person could not be reached, tries that person's next contact point, and after a desk the
 * desk behind it; as long as the time of the step allows, also when the next step has begun.
 */
final class Followers {

  private final Turn turn;
  private final Cover cover;
  private final Paging paging;

  Followers(Turn turn, Cover cover, Paging paging) {
    this.turn = turn;
    this.cover = cover;
    this.paging = paging;
  }

  void run() {
    turn.attempts(this::inTime).stream()
        .map(attempt -> paging.group(attempt.target()))
        .distinct()
        .filter(group -> !paging.holds(group))
        .filter(group -> group.stream().noneMatch(attempt -> attempt.status().declined()))
        .forEach(this::follow);
  }

  private void follow(List<Attempt> group) {
    bySecondSupplier(group);
    Target target = group.getFirst().target();
    Optional<Recipient> recipient = cover.recipient(target.recipientId());
    Optional<ContactPoint> next = recipient.flatMap(each -> each.next(paging.addresses(group)));
    if (recipient.isPresent() && next.isPresent()) {
      paging.follow(target, recipient.get(), List.of(next.get()), why(group));
    } else if (recipient.filter(Recipient::desk).isPresent()) {
      cover
          .lastResort()
          .filter(desk -> !paging.paged(target.round(), desk.id()))
          .ifPresent(desk -> paging.follow(target, desk, all(desk), why(group)));
    }
  }

  /** For a RED each phone is tried once more by another supplier: the fault may be the first's. */
  private void bySecondSupplier(List<Attempt> group) {
    if (turn.red() && cover.smsSuppliers() > 1) {
      group.stream()
          .filter(attempt -> attempt.target().channel() == ChannelKind.SMS)
          .filter(attempt -> group.stream().noneMatch(other -> repeats(other, attempt)))
          .forEach(this::again);
    }
  }

  private void again(Attempt attempt) {
    String via = attempt.status().trace().via();
    if (via != null) {
      paging.again(attempt, via, why(List.of(attempt)));
    }
  }

  private static boolean repeats(Attempt other, Attempt attempt) {
    return attempt.target().avoid() != null
        || (other.target().avoid() != null
            && other.target().address().equals(attempt.target().address()));
  }

  private boolean inTime(Attempt attempt) {
    return turn.now.isBefore(attempt.target().expiresAt());
  }

  private static List<ContactPoint> all(Recipient desk) {
    return desk.first(List.of(ChannelKind.values()));
  }

  static String why(List<Attempt> attempts) {
    return attempts.stream().anyMatch(Followers::failed) ? "NOT_DELIVERED" : "NO_RECEIPT";
  }

  static boolean failed(Attempt attempt) {
    return attempt.state() == AttemptState.FAILED || attempt.state() == AttemptState.EXPIRED;
  }
}
