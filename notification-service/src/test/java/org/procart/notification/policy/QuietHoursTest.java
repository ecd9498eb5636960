package org.procart.notification.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

  private static final QuietHours NIGHT = QuietHours.STANDARD;
  private static final Integer LATER = 45;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/London",
        "Europe/Paris",
        "Europe/Lisbon",
        "Europe/Amsterdam",
        "Pacific/Auckland"
      })
  void theNightIsQuietByTheClockOnTheWallAtEachClockChange(String name) {
    ZoneId zone = ZoneId.of(name);
    List<ZoneOffsetTransition> changes = changes(zone);
    assertThat(changes).hasSize(14);
    for (ZoneOffsetTransition change : changes) {
      Instant first = change.getInstant().minus(Duration.ofHours(30));
      for (int minute = 0; minute < 60 * 60; minute++) {
        Instant at = first.plus(Duration.ofMinutes(minute));
        LocalTime wall = at.atZone(zone).toLocalTime();
        boolean night = !wall.isBefore(LocalTime.of(22, 0)) || wall.isBefore(LocalTime.of(7, 0));
        assertThat(NIGHT.until(at, zone, LATER).isPresent()).as("%s %s", name, at).isEqualTo(night);
        if (night) {
          Instant end = NIGHT.until(at, zone, LATER).orElseThrow();
          assertThat(end.atZone(zone).toLocalTime()).isEqualTo(LocalTime.of(7, 0));
          assertThat(Duration.between(at, end)).isBetween(Duration.ZERO, Duration.ofHours(10));
        }
      }
    }
  }

  @Test
  void theFirstMonthAndPatientsWithoutInfusionAreNeverQuiet() {
    Instant night = Instant.parse("2026-01-10T23:00:00Z");
    ZoneId zone = ZoneId.of("Europe/London");

    assertThat(NIGHT.until(night, zone, 0)).isEmpty();
    assertThat(NIGHT.until(night, zone, 30)).isEmpty();
    assertThat(NIGHT.until(night, zone, null)).isEmpty();
    assertThat(NIGHT.until(night, zone, 31)).isPresent();
    assertThat(NIGHT.until(night, zone, -1)).isPresent();
  }

  @Test
  void quietHoursWithinOneDayAndNoneAtAll() {
    ZoneId zone = ZoneId.of("Europe/London");
    QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0), 0, 30);
    QuietHours none = new QuietHours(LocalTime.of(12, 0), LocalTime.of(12, 0), 0, 30);
    Instant half = Instant.parse("2026-01-10T12:30:00Z");

    assertThat(noon.until(half, zone, LATER)).contains(Instant.parse("2026-01-10T13:00:00Z"));
    assertThat(noon.until(half.plusSeconds(1_800), zone, LATER)).isEmpty();
    assertThat(none.until(half, zone, LATER)).isEmpty();
  }

  private static List<ZoneOffsetTransition> changes(ZoneId zone) {
    return Stream.iterate(
            zone.getRules().nextTransition(Instant.parse("2024-01-01T00:00:00Z")),
            change -> change.getInstant().isBefore(Instant.parse("2031-01-01T00:00:00Z")),
            change -> zone.getRules().nextTransition(change.getInstant()))
        .toList();
  }
}
