package org.procart.notification.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.notification.policy.LevelPolicy;

/**
 * Paging for one sounding of one alert, until a person answers.
 *
 * @param endReason CLOSED or SUPERSEDED; null: not ended
 * @param policy as it was when the round began
 * @param revision number of changes told on the topic
 */
public record Escalation(
    String id,
    Page page,
    Phase phase,
    @Nullable String endReason,
    LevelPolicy policy,
    Progress progress,
    List<Attempt> attempts,
    List<Acknowledgement> acknowledgements,
    long revision) {

  public Escalation {
    attempts = List.copyOf(attempts);
    acknowledgements = List.copyOf(acknowledgements);
  }

  public static Escalation begun(String id, Page page, LevelPolicy policy, Instant now) {
    return new Escalation(
        id, page, Phase.PAGING, null, policy, Progress.notBegun(now), List.of(), List.of(), 0);
  }

  public Optional<Attempt> attempt(String attemptId) {
    return attempts.stream().filter(attempt -> attempt.id().equals(attemptId)).findFirst();
  }

  /** Whether nothing can happen to it any more. */
  boolean finished() {
    boolean over = phase == Phase.ENDED && "CLOSED".equals(endReason);
    boolean alone = phase != Phase.PAGING && page.standsAlone();
    return (over || alone) && attempts.stream().noneMatch(attempt -> attempt.state().open());
  }
}
