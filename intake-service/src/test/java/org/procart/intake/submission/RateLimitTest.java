package org.procart.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.procart.chassis.security.Caller;

class RateLimitTest {

  private static final Caller PATIENT = caller("p-1", "patient");
  private static final Caller FRONT_END = caller("front-end-1", "front-end");

  private final RateLimit limit = new RateLimit(60);

  @Test
  void theSixtyFirstReportInAMinuteIsRefused() {
    // When
    long allowed = IntStream.range(0, 70).filter(i -> limit.allows(PATIENT, "report-" + i)).count();

    // Then
    assertThat(allowed).isBetween(60L, 62L);
  }

  @Test
  void theSameReportAgainIsFree() {
    // When
    long allowed = IntStream.range(0, 500).filter(i -> limit.allows(PATIENT, "same")).count();

    // Then
    assertThat(allowed).isEqualTo(500);
    assertThat(limit.allows(PATIENT, "another")).isTrue();
  }

  @Test
  void aFrontEndHasNoSuchLimit() {
    assertThat(IntStream.range(0, 500).allMatch(i -> limit.allows(FRONT_END, "report-" + i)))
        .isTrue();
  }

  private static Caller caller(String subject, String role) {
    return new Caller(subject, Set.of(role), Set.of(), null, Set.of());
  }
}
