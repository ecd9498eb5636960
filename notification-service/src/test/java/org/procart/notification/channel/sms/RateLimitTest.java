package org.procart.notification.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.procart.notification.channel.Urgency;

class RateLimitTest {

  /** So slow that nothing comes in while a test runs. */
  private final RateLimit tenAMinute = limit(null, 10);

  @Test
  void withoutASettingAllMayGo() {
    RateLimit none = limit(null, null);

    assertThat(taken(none, Urgency.REMINDER, 1_000)).isEqualTo(1_000);
  }

  @Test
  void halfIsKeptForRedWhateverTheOthersWant() {
    assertThat(taken(tenAMinute, Urgency.REMINDER, 200)).isEqualTo(5);
    assertThat(taken(tenAMinute, Urgency.AMBER, 200)).isZero();
    assertThat(taken(tenAMinute, Urgency.ANSWER, 200)).isZero();

    assertThat(taken(tenAMinute, Urgency.RED, 50)).isEqualTo(5);
  }

  @Test
  void redMayHaveAllOfIt() {
    assertThat(taken(tenAMinute, Urgency.RED, 50)).isEqualTo(10);
    assertThat(taken(tenAMinute, Urgency.AMBER, 1)).isZero();
  }

  @Test
  void whoMustWaitGetsATurnOfItsOwn() {
    taken(tenAMinute, Urgency.RED, 10);

    assertThat(tenAMinute.refuses(Urgency.RED)).hasValue(Duration.ofSeconds(6));
    assertThat(tenAMinute.refuses(Urgency.RED)).hasValue(Duration.ofSeconds(12));
    assertThat(tenAMinute.refuses(Urgency.AMBER))
        .as("after the REDs")
        .hasValue(Duration.ofSeconds(12 + 2 + 6));
  }

  @Test
  void oneASecondStillKeepsOneForRed() {
    RateLimit slow = limit(1, 1);

    assertThat(taken(slow, Urgency.AMBER, 10)).isEqualTo(1);
    assertThat(slow.refuses(Urgency.RED)).isEmpty();
  }

  @Test
  void whileARedWaitsWhatComesInAnewIsNotForOthers() {
    RateLimit nothingKept = limit(1_000, null, 0);
    assertThat(taken(nothingKept, Urgency.RED, 100_000)).isLessThan(100_000);

    // Long enough for many to come in.
    long end = System.nanoTime() + Duration.ofMillis(50).toNanos();
    long gone = 0;
    while (System.nanoTime() < end) {
      gone += taken(nothingKept, Urgency.AMBER, 1);
    }

    assertThat(gone).isZero();
    assertThat(nothingKept.refuses(Urgency.RED)).isEmpty();
  }

  private static RateLimit limit(Integer perSecond, Integer perMinute) {
    return limit(perSecond, perMinute, 0.5);
  }

  private static RateLimit limit(Integer perSecond, Integer perMinute, double redShare) {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    return new RateLimit(perSecond, perMinute, redShare, clock);
  }

  private static long taken(RateLimit limit, Urgency urgency, int tries) {
    return IntStream.range(0, tries).filter(i -> limit.refuses(urgency).isEmpty()).count();
  }
}
