package org.procart.alerting.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageOutcomeTest {

  private static final Instant START = Instant.parse("2026-11-20T03:10:00Z");

  @Test
  void eachPersonAndChannelIsOneLineWithItsSeconds() {
    List<PageOutcome> outcomes =
        PageOutcome.of(
            List.of(
                step(0, "QUEUED", "a-1", "nurse-1", "FIRST"),
                step(1, "SENT", "a-1", "nurse-1", null),
                step(12, "FAILED", "a-1", "nurse-1", "UNDELIV"),
                step(12, "QUEUED", "a-2", "nurse-2", "NOT_DELIVERED"),
                step(13, "SENT", "a-2", "nurse-2", null),
                step(16, "DELIVERED", "a-2", "nurse-2", null)));

    assertThat(outcomes)
        .extracting(
            each -> each.recipientId() + " " + each.outcome() + " " + each.seconds(),
            PageOutcome::why,
            PageOutcome::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("nurse-1 FAILED 12", "FIRST", "UNDELIV"),
            org.assertj.core.groups.Tuple.tuple("nurse-2 DELIVERED 4", "NOT_DELIVERED", null));
  }

  @Test
  void whatIsToldAfterDeliveredChangesNothing() {
    List<PageOutcome> outcomes =
        PageOutcome.of(
            List.of(
                step(0, "QUEUED", "a-1", "nurse-1", "FIRST"),
                step(2, "DELIVERED", "a-1", "nurse-1", null),
                step(3, "SENT", "a-1", "nurse-1", "CROSSED")));

    assertThat(outcomes.getFirst().outcome()).isEqualTo("DELIVERED");
    assertThat(outcomes.getFirst().seconds()).isEqualTo(2);
  }

  @Test
  void whatIsAboutNoAttemptIsNoPage() {
    assertThat(PageOutcome.of(List.of(step(0, "SKIPPED", null, null, "EMPTY_STEP")))).isEmpty();
  }

  private static PageStep step(
      int seconds,
      String kind,
      @Nullable String attempt,
      @Nullable String recipient,
      @Nullable String reason) {
    Instant at = START.plusSeconds(seconds);
    return new PageStep(
        kind + seconds, at, kind, 1, 1, 1, "sms", recipient, reason, attempt, "smpp", false);
  }
}
