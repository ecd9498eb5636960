package org.procart.notification.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Quiet NIGHTS = quiet(Set.of(), "22:00", "07:00");
  private static final Quiet SUNDAYS = quiet(Set.of(DayOfWeek.SUNDAY), "07:00", "12:00");

  @ParameterizedTest
  @CsvSource({
    // Friday; the night into the Sunday goes on into its morning; the clocks change on 25 October.
    "2026-11-20T21:59:59Z,",
    "2026-11-20T22:00:00Z, 2026-11-21T07:00:00Z",
    "2026-11-21T06:59:59Z, 2026-11-21T07:00:00Z",
    "2026-11-21T07:00:00Z,",
    "2026-11-21T23:00:00Z, 2026-11-22T12:00:00Z",
    "2026-11-22T12:00:00Z,",
    "2026-10-24T21:30:00Z, 2026-10-25T12:00:00Z"
  })
  void rulesThatFollowEachOtherAreOneQuiet(Instant at, Instant until) {
    assertThat(Quiet.until(List.of(NIGHTS, SUNDAYS), at, LONDON)).isEqualTo(until);
  }

  @Test
  void nobodyIsQuietForEver() {
    Quiet days = quiet(Set.of(), "07:00", "22:00");

    assertThat(Quiet.neverEnds(List.of(NIGHTS, days))).isTrue();
    assertThat(Quiet.neverEnds(List.of(quiet(Set.of(), "00:00", "00:00")))).isTrue();
    assertThat(Quiet.neverEnds(List.of(NIGHTS, SUNDAYS))).isFalse();
    assertThat(Quiet.neverEnds(List.of())).isFalse();
  }

  private static Quiet quiet(Set<DayOfWeek> days, String from, String to) {
    return new Quiet(days, LocalTime.parse(from), LocalTime.parse(to));
  }
}
