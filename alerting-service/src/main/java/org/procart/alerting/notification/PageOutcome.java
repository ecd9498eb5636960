package org.procart.alerting.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one page: one person by one channel.
 *
 * @param recipientId staff or desk id
 * @param outcome last thing told of it: QUEUED, SENT, DELIVERED, FAILED, EXPIRED or SKIPPED; SENT
 *     is not yet delivered
 * @param why that person, then
 * @param reason of what became of it; null: nothing to say
 * @param seconds from the decision to page that person until then
 */
public record PageOutcome(
    int sounding,
    String recipientId,
    String channel,
    String outcome,
    @Nullable String why,
    @Nullable String reason,
    long seconds,
    boolean possiblyRepeated,
    @Nullable String supplier) {

  /**
   * In the order in which people were paged.
   *
   * @param steps oldest first; those that are about no attempt do not count
   */
  public static List<PageOutcome> of(List<PageStep> steps) {
    Map<String, List<PageStep>> byAttempt = new LinkedHashMap<>();
    for (PageStep step : steps) {
      if (step.attemptId() != null) {
        byAttempt.computeIfAbsent(step.attemptId(), id -> new ArrayList<>()).add(step);
      }
    }
    return byAttempt.values().stream().map(PageOutcome::last).toList();
  }

  private static PageOutcome last(List<PageStep> steps) {
    PageStep first = steps.getFirst();
    // A late or doubled word after "delivered" changes nothing.
    PageStep last =
        steps.stream()
            .filter(step -> step.kind().equals("DELIVERED"))
            .findFirst()
            .orElse(steps.getLast());
    Instant since = first.at();
    return new PageOutcome(
        first.sounding(),
        String.valueOf(first.recipientId()),
        String.valueOf(first.channel()),
        last.kind(),
        first.reason(),
        last.equals(first) ? null : last.reason(),
        Math.max(0, Duration.between(since, last.at()).toSeconds()),
        steps.stream().anyMatch(PageStep::possiblyRepeated),
        last.supplier());
  }
}
