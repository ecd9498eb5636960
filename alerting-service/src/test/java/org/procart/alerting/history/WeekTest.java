package org.procart.alerting.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T00:00:00Z,2026-W10",
    "2026-03-01T23:59:59Z,2026-W09",
    "2027-01-01T12:00:00Z,2026-W53",
    "2024-12-30T00:00:00Z,2025-W01"
  })
  void weeksAreIsoWeeks(Instant instant, String name) {
    assertThat(Week.of(instant).name()).isEqualTo(name);
  }

  @Test
  void weeksGoOnOverTheNewYear() {
    assertThat(Week.between(at("2026-12-25"), at("2027-01-05")))
        .extracting(Week::name)
        .containsExactly("2026-W52", "2026-W53", "2027-W01");
    assertThat(Week.of(at("2027-01-05")).plus(-1).name()).isEqualTo("2026-W53");
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }
}
