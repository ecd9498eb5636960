package org.procart.notification.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where paging stands.
 *
 * @param round counted from 1; 0: not begun
 * @param step counted from 1; 0: not begun
 * @param nextStepAt when the next step runs if nobody answers; null: nothing waits
 * @param waitsFor why the next step waits; null: nothing waits, or not known
 * @param armedAt when {@code nextStepAt} was last told
 */
public record Progress(
    int round,
    int step,
    Instant roundStartedAt,
    Instant stepStartedAt,
    @Nullable Instant nextStepAt,
    @Nullable WaitsFor waitsFor,
    @Nullable Instant armedAt) {

  static Progress notBegun(Instant now) {
    return new Progress(0, 0, now, now, null, null, null);
  }

  Progress inRound(int next, Instant now) {
    return new Progress(next, 0, now, now, null, null, armedAt);
  }

  Progress atStep(int next, Instant now) {
    return new Progress(round, next, roundStartedAt, now, null, null, armedAt);
  }

  Progress armed(Instant next, WaitsFor why, Instant toldAt) {
    return new Progress(round, step, roundStartedAt, stepStartedAt, next, why, toldAt);
  }

  Progress stopped() {
    return new Progress(round, step, roundStartedAt, stepStartedAt, null, null, armedAt);
  }
}
