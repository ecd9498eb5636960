package org.procart.notification.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What time does to an escalation: take over, expire, follow up, move on, hand out, wake again. */
final class Advance {

  /** A hand-over is cut at ten seconds; after this long its instance is dead. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private final Turn turn;
  private final Steps steps;
  private final Followers followers;
  private final Waits waits;

  Advance(Turn turn, Cover cover) {
    this.turn = turn;
    Paging paging = new Paging(turn);
    this.waits = new Waits(turn, paging);
    this.steps = new Steps(turn, cover, paging, waits);
    this.followers = new Followers(turn, cover, paging);
  }

  void run() {
    takeOver();
    if (turn.paging()) {
      expire();
      followers.run();
      steps.run();
      claim();
      arm();
    }
    turn.wakeAt = wakeAt();
  }

  private void takeOver() {
    turn.attempts(each -> each.state() == AttemptState.SENDING && due(each))
        .forEach(attempt -> Outcomes.unknown(turn, attempt, "TAKEN_OVER"));
  }

  private void expire() {
    for (Attempt attempt : turn.attempts(this::outOfTime)) {
      String reason = attempt.status().reason();
      Attempt expired =
          attempt.with(attempt.status().ended(AttemptState.EXPIRED, reason, turn.now));
      turn.replace(expired);
      turn.tell(Change.Kind.EXPIRED, expired, reason);
    }
  }

  private void claim() {
    turn.attempts(each -> queued(each) && due(each)).forEach(attempt -> claim(turn, attempt));
  }

  /** Before its time, because another page to the same person goes out now. */
  static void claimNow(Turn turn, String attemptId) {
    if (turn.paging()) {
      turn.attempts(each -> queued(each) && each.id().equals(attemptId))
          .forEach(attempt -> claim(turn, attempt));
    }
  }

  private static void claim(Turn turn, Attempt attempt) {
    Attempt claimed = attempt.with(attempt.status().claimed(turn.now.plus(LEASE)));
    turn.replace(claimed);
    turn.claims.add(claimed);
  }

  /** Tells when the next step runs: on each move, and again and again while a RED is open. */
  private void arm() {
    Instant next = waits.nextStepAt();
    WaitsFor why = waits.reason();
    Instant toldAt = turn.progress.armedAt();
    boolean held = why == WaitsFor.QUIET_HOURS && why != turn.progress.waitsFor();
    boolean moved = !next.equals(turn.progress.nextStepAt()) || why != turn.progress.waitsFor();
    boolean stale = toldAt == null || !turn.now.isBefore(toldAt.plus(Turn.TELL_AGAIN));
    if (moved || (turn.red() && stale)) {
      turn.progress = turn.progress.armed(next, why, turn.now);
      turn.tell(held ? Change.Kind.HUSHED : Change.Kind.ARMED, why.name());
    }
  }

  private @Nullable Instant wakeAt() {
    Stream<Instant> leases =
        turn.attempts(each -> each.state() == AttemptState.SENDING).stream()
            .map(each -> each.status().dueAt());
    return Stream.concat(leases, turn.paging() ? whilePaging() : Stream.empty())
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Stream<Instant> whilePaging() {
    Instant next = Objects.requireNonNull(turn.progress.nextStepAt());
    Instant told = Objects.requireNonNull(turn.progress.armedAt());
    Stream<Instant> queued =
        turn.attempts(Advance::queued).stream()
            .flatMap(each -> Stream.of(each.status().dueAt(), each.target().expiresAt()));
    Stream<Instant> receipts =
        turn.attempts(each -> each.state() == AttemptState.SENT).stream()
            .map(each -> each.receiptUntil(turn.policy.receiptSeconds()))
            .filter(turn.now::isBefore);
    Stream<Instant> fixed =
        turn.red() ? Stream.of(next, told.plus(Turn.TELL_AGAIN)) : Stream.of(next);
    return Stream.of(fixed, queued, receipts).flatMap(each -> each);
  }

  private boolean outOfTime(Attempt attempt) {
    return queued(attempt) && !turn.now.isBefore(attempt.target().expiresAt());
  }

  private boolean due(Attempt attempt) {
    return !attempt.status().dueAt().isAfter(turn.now);
  }

  private static boolean queued(Attempt attempt) {
    return attempt.state() == AttemptState.QUEUED;
  }
}
