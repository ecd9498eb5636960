package org.procart.notification.escalation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.policy.PolicyStep;
import org.procart.notification.policy.Who;

/** Moves from step to step and from round to round: by failure, by silence, by time. */
final class Steps {

  /** Why the desk is told of an AMBER that nobody has answered for hours. */
  static final String OVERDUE = "OVERDUE";

  private static final List<ChannelKind> ALL_CHANNELS = List.of(ChannelKind.values());

  private final Turn turn;
  private final Cover cover;
  private final Paging paging;
  private final Waits waits;

  Steps(Turn turn, Cover cover, Paging paging, Waits waits) {
    this.turn = turn;
    this.cover = cover;
    this.paging = paging;
    this.waits = waits;
  }

  void run() {
    if (turn.progress.round() == 0) {
      turn.policy = cover.policy();
    }
    String why = waits.whyMove();
    while (why != null) {
      move(why);
      why = waits.whyMove();
    }
    tellOverdue();
  }

  private void move(String why) {
    if (turn.progress.round() > 0 && !waits.lastStep()) {
      begin(turn.progress.step() + 1, why);
      return;
    }
    if (turn.progress.round() > 0 && nobodyReached()) {
      turn.concerns.add(Concern.NOBODY_REACHED);
    }
    beginRound(why);
  }

  private boolean nobodyReached() {
    return waits.round().stream().noneMatch(each -> each.state() == AttemptState.DELIVERED);
  }

  private void beginRound(String why) {
    turn.policy = cover.policy();
    turn.progress = turn.progress.inRound(turn.progress.round() + 1, turn.now);
    turn.forgetOldRounds();
    Optional<Recipient> idle = idle();
    if (idle.isPresent()) {
      beginWith(idle.get());
    } else {
      begin(1, why);
    }
  }

  /** Who took the alert and did nothing, in the first round of the call that follows. */
  private Optional<Recipient> idle() {
    return turn.progress.round() == 1
        ? Optional.ofNullable(turn.before.page().takenBy()).flatMap(cover::recipient)
        : Optional.empty();
  }

  /** That person and the next one together. */
  private void beginWith(Recipient idle) {
    int step = firstStepBeyond(idle);
    turn.progress = turn.progress.atStep(step, turn.now);
    paging.page(idle, idle.first(ALL_CHANNELS), flag(), Page.IDLE);
    begin(step, Page.IDLE);
  }

  private int firstStepBeyond(Recipient idle) {
    int step = 1;
    while (step < turn.policy.steps().size()
        && onlyCalls(turn.policy.steps().get(step - 1), idle)) {
      step++;
    }
    return step;
  }

  private boolean onlyCalls(PolicyStep step, Recipient idle) {
    return cover.recipients(step.who()).stream().allMatch(each -> each.id().equals(idle.id()));
  }

  /** An empty step is skipped at once; the last one is a desk and ends the search. */
  private void begin(int step, String why) {
    turn.progress = turn.progress.atStep(step, turn.now);
    String emptyBecause = page(turn.policy.steps().get(step - 1), why);
    if (emptyBecause != null) {
      turn.tell(Change.Kind.SKIPPED, emptyBecause);
      if (!waits.lastStep()) {
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
    fresh.forEach(person -> paging.page(person, person.first(step.channels()), flag(), why));
    return fresh.isEmpty() ? "ALREADY_PAGED" : null;
  }

  /** A step with nobody: the desk that is always there hears of it at once. */
  private void noCover() {
    turn.concerns.add(Concern.NO_COVER);
    cover
        .lastResort()
        .filter(desk -> !paging.paged(turn.progress.round(), desk.id()))
        .ifPresent(desk -> paging.page(desk, desk.first(ALL_CHANNELS), Flag.NO_COVER, "NO_COVER"));
  }

  /** Whatever the step and the hour, once: the desk hears that nobody has answered. */
  private void tellOverdue() {
    if (waits.overdueAt().filter(at -> !turn.now.isBefore(at)).isPresent()) {
      cover
          .recipients(Who.desk())
          .forEach(desk -> paging.page(desk, desk.first(ALL_CHANNELS), Flag.OVERDUE, OVERDUE));
    }
  }

  private Flag flag() {
    return Flag.of(turn.before.page(), turn.progress.round());
  }
}
