package org.procart.intake.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfusionDayTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
  private static final LocalDate SECOND = LocalDate.parse("2026-09-01");

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00Z, Europe/London, 0, 2026-03-01",
    "2026-03-02T00:00:00Z, Europe/London, 1, 2026-03-01",
    "2026-03-01T23:59:59Z, Europe/London, 0, 2026-03-01",
    // Already the next day in Auckland.
    "2026-03-01T12:00:00Z, Pacific/Auckland, 1, 2026-03-01",
    "2026-02-20T12:00:00Z, Europe/London, -9, 2026-03-01",
    "2026-08-31T12:00:00Z, Europe/London, 183, 2026-03-01",
    "2026-09-01T12:00:00Z, Europe/London, 0, 2026-09-01",
    "2026-10-01T12:00:00Z, Europe/London, 30, 2026-09-01",
  })
  void daysCountFromTheLatestInfusion(
      Instant observedAt, ZoneId zone, int day, LocalDate infusion) {
    // When
    InfusionDay counted = InfusionDay.of(observedAt, zone, List.of(SECOND, FIRST)).orElseThrow();

    // Then
    assertThat(counted).isEqualTo(new InfusionDay(infusion, day));
  }

  @Test
  void whoIsNotInfusedHasNoDay() {
    assertThat(InfusionDay.of(Instant.EPOCH, ZoneId.of("UTC"), List.of())).isEmpty();
  }
}
