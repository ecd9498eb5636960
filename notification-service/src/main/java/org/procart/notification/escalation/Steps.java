package org.procart.notification.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.policy.PolicyStep;

/** Moves from step to step and from round to round: by failure, by silence, by time. */
final class Steps {

  /** Where a whole round reached nobody, the next one does not wait for its usual time. */
  static final Duration UNREACHED_PAUSE = Duration.ofMinutes(2);

  private final Turn turn;
  private final Cover cover;
  private final Paging paging;
  private @Nullable String reason;

  Steps(Turn turn, Cover cover, Paging paging) {
    this.turn = turn;
    this.cover = cover;
    this.paging = paging;
  }

  void run() {
    if (turn.progress.round() == 0) {
      beginRound("FIRST");
    }
    String why = whyMove();
    while (why != null) {
      move(why);
      why = whyMove();
    }
  }

  /** Why this turn moved; null: it did not. */
  @Nullable String reason() {
    return reason;
  }

  Instant nextStepAt() {
    return lastStep() ? nextRoundAt() : waitsUntil();
  }

  private @Nullable String whyMove() {
    List<Attempt> current = current();
    boolean declined = current.stream().anyMatch(attempt -> attempt.status().declined());
    boolean exhausted = !current.isEmpty() && !paging.holds(current);
    if (exhausted && declined) {
      return "DECLINED";
    }
    if (exhausted && !lastStep()) {
      return Followers.why(current);
    }
    return turn.now.isBefore(nextStepAt()) ? null : "NO_ACKNOWLEDGEMENT";
  }

  private void move(String why) {
    if (!lastStep()) {
      begin(turn.progress.step() + 1, why);
      return;
    }
    if (round().stream().noneMatch(each -> each.state() == AttemptState.DELIVERED)) {
      turn.concerns.add(Concern.NOBODY_REACHED);
    }
    beginRound(why);
  }

  private void beginRound(String why) {
    turn.policy = cover.policy();
    turn.progress = turn.progress.inRound(turn.progress.round() + 1, turn.now);
    begin(1, why);
  }

  /** An empty step is skipped at once; the last one is a desk and ends the search. */
  private void begin(int step, String why) {
    reason = why;
    turn.progress = turn.progress.atStep(step, turn.now);
    String emptyBecause = page(turn.policy.steps().get(step - 1), why);
    if (emptyBecause != null) {
      turn.tell(Change.Kind.SKIPPED, emptyBecause);
      if (!lastStep()) {
        begin(step + 1, emptyBecause);
      }
    }
  }

  /**
   * Pages the people of the step.
   *
   * @return why there is nobody to page; null: somebody was
   */
  private @Nullable String page(PolicyStep step, String why) {
    List<Recipient> people = cover.recipients(step.who());
    if (people.isEmpty()) {
      noCover();
      return "EMPTY_STEP";
    }
    int round = turn.progress.round();
    List<Recipient> fresh =
        people.stream().filter(person -> !paging.paged(round, person.id())).toList();
    Flag flag = Flag.of(turn.before.page(), round);
    fresh.forEach(person -> paging.page(person, person.first(step.channels()), flag, why));
    return fresh.isEmpty() ? "ALREADY_PAGED" : null;
  }

  /** A step with nobody: the desk that is always there hears of it at once. */
  private void noCover() {
    turn.concerns.add(Concern.NO_COVER);
    cover
        .lastResort()
        .filter(desk -> !paging.paged(turn.progress.round(), desk.id()))
        .ifPresent(
            desk ->
                paging.page(
                    desk, desk.first(List.of(ChannelKind.values())), Flag.NO_COVER, "NO_COVER"));
  }

  private boolean lastStep() {
    return turn.progress.step() >= turn.policy.steps().size();
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

  private List<Attempt> round() {
    return turn.attempts(attempt -> attempt.target().round() == turn.progress.round());
  }

  private List<Attempt> current() {
    return turn.attempts(attempt -> attempt.inStep(turn.progress.round(), turn.progress.step()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
