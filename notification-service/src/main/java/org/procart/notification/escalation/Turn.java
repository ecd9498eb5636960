package org.procart.notification.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.procart.notification.policy.Level;
import org.procart.notification.policy.LevelPolicy;

/** One change of an escalation in the making: what it becomes and what is told of it. */
final class Turn {

  /** How often the next step of a RED is told again, so that others see that it is alive. */
  private static final int ROUNDS_KEPT = 50;

  static final Duration TELL_AGAIN = Duration.ofMinutes(1);

  final Escalation before;
  final Instant now;
  Phase phase;
  @Nullable String endReason;
  LevelPolicy policy;
  Progress progress;
  final List<Attempt> attempts;
  final List<Acknowledgement> acknowledgements;
  final List<Change> changes = new ArrayList<>();
  final List<Attempt> claims = new ArrayList<>();
  final Set<Concern> concerns = EnumSet.noneOf(Concern.class);

  /** When to look at it next; null: only when something happens. */
  @Nullable Instant wakeAt;

  Turn(Escalation before, Instant now) {
    this.before = before;
    this.now = now;
    this.phase = before.phase();
    this.endReason = before.endReason();
    this.policy = before.policy();
    this.progress = before.progress();
    this.attempts = new ArrayList<>(before.attempts());
    this.acknowledgements = new ArrayList<>(before.acknowledgements());
    this.wakeAt = now;
  }

  Escalation after() {
    return new Escalation(
        before.id(),
        before.page(),
        phase,
        endReason,
        policy,
        progress,
        attempts,
        acknowledgements,
        revision());
  }

  boolean paging() {
    return phase == Phase.PAGING;
  }

  boolean red() {
    return before.page().level() == Level.RED;
  }

  void replace(Attempt changed) {
    attempts.replaceAll(attempt -> attempt.id().equals(changed.id()) ? changed : attempt);
  }

  /** Ids count on, also when old attempts are forgotten. */
  int nextNumber() {
    if (attempts.isEmpty()) {
      return 1;
    }
    String last = attempts.getLast().id();
    return Integer.parseInt(last.substring(last.lastIndexOf('-') + 1)) + 1;
  }

  /** A document that grows with every round would once be too large to be written. */
  void forgetOldRounds() {
    int oldest = progress.round() - ROUNDS_KEPT;
    attempts.removeIf(each -> each.target().round() < oldest && !each.state().open());
  }

  List<Attempt> attempts(Predicate<Attempt> wanted) {
    return attempts.stream().filter(wanted).toList();
  }

  void tell(Change.Kind kind, Attempt attempt, @Nullable String reason) {
    Target target = attempt.target();
    changes.add(
        new Change(
            kind, revision() + 1, target.round(), target.step(), attempt, reason, null, null));
  }

  void tell(Change.Kind kind, @Nullable String reason) {
    changes.add(change(kind, reason, progress.nextStepAt(), null));
  }

  void tell(Acknowledgement acknowledgement) {
    String recordedBy = acknowledgement.recordedBy();
    String reason = recordedBy == null ? null : "RECORDED_BY_ANOTHER";
    changes.add(change(Change.Kind.ACKNOWLEDGED, reason, null, acknowledgement));
  }

  /** Ends what has not left yet; what is being handed over now may cross. */
  void stopQueued(String reason) {
    for (Attempt attempt : attempts(each -> each.state() == AttemptState.QUEUED)) {
      skip(attempt, reason);
    }
    progress = progress.stopped();
  }

  void skip(Attempt attempt, String reason) {
    Attempt skipped = attempt.with(attempt.status().ended(AttemptState.SKIPPED, reason, now));
    replace(skipped);
    tell(Change.Kind.SKIPPED, skipped, reason);
  }

  private Change change(
      Change.Kind kind,
      @Nullable String reason,
      @Nullable Instant nextStepAt,
      @Nullable Acknowledgement acknowledgement) {
    return new Change(
        kind,
        revision() + 1,
        progress.round(),
        progress.step(),
        null,
        reason,
        nextStepAt,
        acknowledgement);
  }

  private long revision() {
    return before.revision() + changes.size();
  }
}
