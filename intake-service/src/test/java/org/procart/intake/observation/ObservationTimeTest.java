package org.procart.intake.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.intake.observation.Observation.Assumption.AUTHORED_MISSING;
import static org.procart.intake.observation.Observation.Assumption.AUTHORED_UNREADABLE;
import static org.procart.intake.observation.Observation.Assumption.CLOCK_SHIFTED;
import static org.procart.intake.observation.Observation.Assumption.DATE_ONLY;
import static org.procart.intake.observation.Observation.Assumption.FUTURE;
import static org.procart.intake.observation.Observation.Assumption.ZONE_MISSING;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.intake.observation.Observation.Assumption;

class ObservationTimeTest {

  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
  private static final String RECEIVED = "2026-11-20T10:00:00Z"; // 23:00 in Auckland

  static Stream<Arguments> times() {
    return Stream.of(
        time("2026-11-20T09:30:00Z", null, "2026-11-20T09:30:00Z"),
        time("2026-11-20T22:30:00.1234+13:00", null, "2026-11-20T09:30:00.123Z"),
        time("2026-09-01T09:30:00Z", null, "2026-09-01T09:30:00Z"),
        time("2026-11-20T22:30:00", null, "2026-11-20T09:30:00Z", ZONE_MISSING),
        time("2026-11-20T09:29:60Z", null, "2026-11-20T09:29:59Z"),
        time(null, null, RECEIVED, AUTHORED_MISSING),
        time(" ", null, RECEIVED, AUTHORED_MISSING),
        time("yesterday", null, RECEIVED, AUTHORED_UNREADABLE),
        time("2026-02-30", null, RECEIVED, AUTHORED_UNREADABLE),
        time("2026-11-19", null, "2026-11-19T10:59:59.999Z", DATE_ONLY),
        time("2026-11-20", null, RECEIVED, DATE_ONLY),
        time("2026-11-21", null, RECEIVED, DATE_ONLY, FUTURE),
        time("2026-10", null, "2026-10-31T10:59:59.999Z", DATE_ONLY),
        time("2026", null, RECEIVED, DATE_ONLY),
        time("2026-11-20T10:00:01Z", null, RECEIVED, FUTURE),
        // The device is 1 h behind.
        time("2026-11-20T08:30:00Z", "2026-11-20T09:00:00Z", "2026-11-20T09:30:00Z", CLOCK_SHIFTED),
        // The device is 1 h ahead.
        time("2026-11-20T10:30:00Z", "2026-11-20T11:00:00Z", "2026-11-20T09:30:00Z", CLOCK_SHIFTED),
        // Exactly 5 min is still taken as right.
        time("2026-11-20T09:30:00Z", "2026-11-20T09:55:00Z", "2026-11-20T09:30:00Z"),
        time("2026-11-20T09:30:00Z", "2026-11-20T09:54:59Z", "2026-11-20T09:35:01Z", CLOCK_SHIFTED),
        time(
            "2026-11-20T08:30:00Z",
            "Fri, 20 Nov 2026 09:00:00 GMT",
            "2026-11-20T09:30:00Z",
            CLOCK_SHIFTED),
        time("2026-11-20T09:30:00Z", "five past nine", "2026-11-20T09:30:00Z"),
        time("-999999999-01-01T00:00:00Z", null, RECEIVED, AUTHORED_UNREADABLE),
        time("+999999999-12-31T23:59:59Z", null, RECEIVED, AUTHORED_UNREADABLE),
        time("1899-12-31T23:59:59Z", null, RECEIVED, AUTHORED_UNREADABLE),
        time("1900-01-01T00:00:00Z", null, "1900-01-01T00:00:00Z"),
        time("9999-12-31T23:59:59Z", null, RECEIVED, FUTURE),
        time("2026-11-20T09:30:00Z", "+999999999-12-31T23:59:59Z", "2026-11-20T09:30:00Z"),
        time(
            "1900-06-01T00:00:00Z",
            "9999-12-31T00:00:00Z",
            RECEIVED,
            CLOCK_SHIFTED,
            AUTHORED_UNREADABLE),
        time("2026-11-19", "2026-11-20T05:00:00Z", "2026-11-19T10:59:59.999Z", DATE_ONLY));
  }

  @ParameterizedTest
  @MethodSource("times")
  void timeIsAssumedAndTheAssumptionNamed(
      @Nullable String authored,
      @Nullable String clientTime,
      String observed,
      List<Assumption> assumptions) {
    // When
    Observation observation =
        ObservationTime.of(authored, clientTime, Instant.parse(RECEIVED), AUCKLAND);

    // Then
    assertThat(observation.at()).isEqualTo(Instant.parse(observed));
    assertThat(observation.assumptions()).isEqualTo(assumptions);
  }

  @Test
  void whatDoesNotLookLikeATimeDoesNotTravel() {
    // When
    Observation observation =
        ObservationTime.of("when Anna came", null, Instant.parse(RECEIVED), AUCKLAND);

    // Then
    assertThat(observation.authoredAsSent()).isNull();
  }

  @Test
  void theOriginalAndTheClockOffsetAreKept() {
    // When
    Observation observation =
        ObservationTime.of(
            "2026-11-20T08:30:00Z", "2026-11-20T09:00:00Z", Instant.parse(RECEIVED), AUCKLAND);

    // Then
    assertThat(observation.authoredAsSent()).isEqualTo("2026-11-20T08:30:00Z");
    assertThat(observation.clockOffsetMillis()).isEqualTo(3_600_000);
  }

  private static Arguments time(
      @Nullable String authored,
      @Nullable String clientTime,
      String observed,
      Assumption... assumptions) {
    return Arguments.of(authored, clientTime, observed, List.of(assumptions));
  }
}
