package org.procart.alerting.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.alerting.alert.ChangeKind;
import org.procart.alerting.alert.Sounding;
import org.procart.alerting.notification.Armed;

class LivenessTest {

  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  private final Liveness liveness =
      new Liveness(
          new AuditorProperties(
              Duration.ofSeconds(100), Duration.ofSeconds(30), Duration.ofMinutes(5)));
  private final Sounding old = new Sounding(2, NOW.minusSeconds(3_600), ChangeKind.WORSENED);

  @ParameterizedTest(name = "sounding {0}, heard {1} s ago, next in {2} s: {3}")
  @CsvSource({
    "2, 10, 60, true",
    "2, 99, 60, true",
    "2, 100, 60, false",
    "2, 10, 0, true",
    "2, 10, -29, true",
    "2, 10, -30, false",
    "2, 10, , false",
    "1, 10, 60, false"
  })
  void onlyAWaitingTimerOfThisSoundingThatWasHeardOfIsLive(
      int sounding, long heard, @Nullable Long next, boolean live) {
    Instant nextAt = next == null ? null : NOW.plusSeconds(next);
    Armed armed = new Armed(sounding, 1L, nextAt, NOW.minusSeconds(heard), null);

    assertThat(liveness.isLive(old, Optional.of(armed), NOW)).isEqualTo(live);
  }

  @Test
  void withoutAnyWordItIsNotLive() {
    assertThat(liveness.isLive(old, Optional.empty(), NOW)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "RAISED, 99, true",
    "RAISED, 100, false",
    "RE_ARMED, 299, true",
    "RE_ARMED, 300, false"
  })
  void aYoungSoundingIsGivenTime(ChangeKind reason, long age, boolean live) {
    Sounding sounding = new Sounding(3, NOW.minusSeconds(age), reason);

    assertThat(liveness.isLive(sounding, Optional.empty(), NOW)).isEqualTo(live);
  }
}
