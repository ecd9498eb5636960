package org.procart.notification.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.notification.policy.QuietHours;

/** When the next step of an escalation is due, and why not now. */
final class Waits {

  /** Where a whole round reached nobody, the next one does not wait for its usual time. */
  static final Duration UNREACHED_PAUSE = Duration.ofMinutes(2);

  private final Turn turn;
  private final Paging paging;

  Waits(Turn turn, Paging paging) {
    this.turn = turn;
    this.paging = paging;
  }

  Instant nextStepAt() {
    Instant move = moveAt();
    return overdueAt().filter(at -> at.isAfter(turn.now)).filter(move::isAfter).orElse(move);
  }

  WaitsFor reason() {
    if (quietEnd(dueAt()).isPresent()) {
      return WaitsFor.QUIET_HOURS;
    }
    return turn.progress.round() > 0 && lastStep() && unreached()
        ? WaitsFor.SUPPLIERS
        : WaitsFor.ACKNOWLEDGEMENT;
  }

  /** Why it is time to move; null: it is not. */
  @Nullable String whyMove() {
    if (turn.now.isBefore(moveAt())) {
      return null;
    }
    if (turn.progress.round() == 0) {
      return "FIRST";
    }
    if (declined()) {
      return "DECLINED";
    }
    return exhausted() ? Followers.why(current()) : "NO_ACKNOWLEDGEMENT";
  }

  boolean lastStep() {
    return turn.progress.step() >= turn.policy.steps().size();
  }

  /** When the desk hears that nobody has answered; empty: the steps see to it. */
  Optional<Instant> overdueAt() {
    Integer seconds = turn.policy.overdueSeconds();
    return Optional.ofNullable(seconds)
        .map(turn.before.page().soundedAt()::plusSeconds)
        .filter(at -> turn.attempts(Waits::overdue).isEmpty());
  }

  private static boolean overdue(Attempt attempt) {
    return attempt.target().reason().equals(Steps.OVERDUE);
  }

  private Instant moveAt() {
    Instant due = dueAt();
    Instant held = quietEnd(due).orElse(due);
    if (turn.progress.round() > 0) {
      return held;
    }
    // A whole night must not make the first call later than the one about its lateness.
    return overdueAt().filter(held::isAfter).orElse(held);
  }

  private Instant dueAt() {
    if (turn.progress.round() == 0 || declined() || exhausted()) {
      return turn.now;
    }
    return lastStep() ? nextRoundAt() : waitsUntil();
  }

  private Optional<Instant> quietEnd(Instant at) {
    QuietHours quiet = turn.policy.quiet();
    Page page = turn.before.page();
    return quiet == null || turn.red()
        ? Optional.empty()
        : quiet.until(at, page.zone(), page.day());
  }

  private boolean declined() {
    return nobodyHolds() && asked().stream().anyMatch(attempt -> attempt.status().declined());
  }

  private boolean exhausted() {
    return nobodyHolds() && !lastStep();
  }

  private boolean nobodyHolds() {
    List<Attempt> asked = asked();
    return !asked.isEmpty() && !paging.holds(asked);
  }

  private Instant waitsUntil() {
    int wait = turn.policy.steps().get(turn.progress.step() - 1).waitSeconds();
    return turn.progress.stepStartedAt().plusSeconds(wait);
  }

  private Instant nextRoundAt() {
    Instant usual =
        later(turn.progress.roundStartedAt().plusSeconds(turn.policy.roundSeconds()), waitsUntil());
    Instant soon = turn.progress.stepStartedAt().plus(UNREACHED_PAUSE);
    return unreached() && soon.isBefore(usual) ? soon : usual;
  }

  /** No supplier took anything: not one page of this round can have arrived. */
  private boolean unreached() {
    List<Attempt> all = round();
    return !all.isEmpty() && all.stream().allMatch(Followers::failed);
  }

  /** Who is asked now; in a last step whose people were paged before, everybody of the round. */
  private List<Attempt> asked() {
    List<Attempt> current = current();
    return current.isEmpty() && lastStep() ? round() : current;
  }

  List<Attempt> round() {
    return turn.attempts(attempt -> attempt.target().round() == turn.progress.round());
  }

  private List<Attempt> current() {
    return turn.attempts(attempt -> attempt.inStep(turn.progress.round(), turn.progress.step()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
