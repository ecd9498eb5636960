package org.procart.intake.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {

  private static final StaffedHours MONDAY = new StaffedHours(DayOfWeek.MONDAY, 8 * 60, 18 * 60);
  private static final StaffedHours SUNDAY =
      new StaffedHours(DayOfWeek.SUNDAY, 20 * 60, StaffedHours.END_OF_DAY);

  @ParameterizedTest
  @CsvSource({
    // 23 November 2026 is a Monday; London is on UTC.
    "2026-11-23T07:59:59Z, false, 2026-11-23T08:00:00Z",
    "2026-11-23T08:00:00Z, true, 2026-11-23T18:00:00Z",
    "2026-11-23T17:59:59Z, true, 2026-11-23T18:00:00Z",
    "2026-11-23T18:00:00Z, false, 2026-11-29T20:00:00Z",
    "2026-11-29T23:59:59Z, true, 2026-11-30T00:00:00Z",
    "2026-11-30T00:00:00Z, false, 2026-11-30T08:00:00Z",
    // Summer time: 8 in London is 7 UTC.
    "2026-07-06T06:59:59Z, false, 2026-07-06T07:00:00Z",
    "2026-07-06T07:00:00Z, true, 2026-07-06T17:00:00Z",
    // The Sunday on which the clocks go back ends at 00:00 UTC.
    "2026-10-25T19:30:00Z, false, 2026-10-25T20:00:00Z",
  })
  void staffedHoursSayWhoIsWatchingAndUntilWhen(Instant now, boolean watched, Instant readBy) {
    // Given
    Site site = site(SiteStatus.LIVE, MONDAY, SUNDAY);

    // Then
    assertThat(site.watchedAt(now)).isEqualTo(watched);
    assertThat(site.readBy(now)).contains(readBy);
  }

  @Test
  void aSiteThatIsNotLiveIsNeverWatched() {
    // Given
    Site site = site(SiteStatus.SETUP, MONDAY);

    // Then
    assertThat(site.watchedAt(Instant.parse("2026-11-23T09:00:00Z"))).isFalse();
    assertThat(site.readBy(Instant.parse("2026-11-23T09:00:00Z"))).isEmpty();
  }

  @Test
  void aSiteWithoutStaffedHoursIsNeverWatched() {
    // Given
    Site site = site(SiteStatus.LIVE);

    // Then
    assertThat(site.watchedAt(Instant.parse("2026-11-23T09:00:00Z"))).isFalse();
    assertThat(site.readBy(Instant.parse("2026-11-23T09:00:00Z"))).isEmpty();
  }

  private static Site site(SiteStatus status, StaffedHours... hours) {
    return new Site(
        "site-a",
        "Example",
        ZoneId.of("Europe/London"),
        "GB",
        List.of("en"),
        "999",
        "+44 1632 960001",
        Map.of(),
        List.of(hours),
        "",
        status);
  }
}
