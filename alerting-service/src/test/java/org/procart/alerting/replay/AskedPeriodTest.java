package org.procart.alerting.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.chassis.problem.ProblemException;

class AskedPeriodTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void theLastNinetyDaysByDefault() {
    assertThat(AskedPeriod.of(null, null, NOW))
        .isEqualTo(new Period(Instant.parse("2026-03-03T12:00:00Z"), NOW));
  }

  @Test
  void aDayIsWhole() {
    assertThat(AskedPeriod.of("2026-03-02", "2026-03-02", NOW))
        .isEqualTo(
            new Period(
                Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-03T00:00:00Z")));
  }

  @Test
  void anInstantIsTakenAsItIs() {
    assertThat(AskedPeriod.of("2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z", NOW).to())
        .isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, 2026-03-01",
    "2026-03-02T08:00:00Z, 2026-03-02T08:00:00Z",
    "2024-01-01, 2026-03-01",
    "last week, 2026-03-01",
    "2026-02-30, 2026-03-01",
    "-1000000000-01-01T00:00:00Z, -1000000000-01-02T00:00:00Z",
    "2026-03-02, +999999999-12-31"
  })
  void whatIsNoPeriodIsRefused(String from, String to) {
    assertThatThrownBy(() -> AskedPeriod.of(from, to, NOW)).isInstanceOf(ProblemException.class);
  }
}
