package org.procart.notification.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T07:59:59Z, night",
    "2026-11-20T08:00:00Z, day",
    "2026-11-20T19:59:59Z, day",
    "2026-11-20T20:00:00Z, night",
    "2026-11-20T23:59:59Z, night",
    "2026-11-21T00:00:00Z, night"
  })
  void turnsChangeAtLocalTimes(Instant at, String who) {
    assertThat(onCall(dayAndNight("08:00", "20:00"), at, LONDON)).containsExactly(who);
  }

  @Test
  void inTheDoubledHourBothAreOn() {
    Rota rota = dayAndNight("01:30", "13:30");

    assertThat(onCall(rota, Instant.parse("2026-10-25T00:29:59Z"), LONDON))
        .containsExactly("night");
    assertThat(onCall(rota, Instant.parse("2026-10-25T00:30:00Z"), LONDON))
        .containsExactly("day", "night");
    assertThat(onCall(rota, Instant.parse("2026-10-25T01:29:59Z"), LONDON))
        .containsExactly("day", "night");
    assertThat(onCall(rota, Instant.parse("2026-10-25T01:30:00Z"), LONDON)).containsExactly("day");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/London",
        "Europe/Paris",
        "Europe/Lisbon",
        "Europe/Amsterdam",
        "Pacific/Auckland"
      })
  void noMinuteIsUncoveredAtAnyClockChangeUntil2030AndNoneDoubleButTheDoubledHour(String name) {
    ZoneId zone = ZoneId.of(name);
    List<Rota> rotas =
        List.of(
            dayAndNight("08:00", "20:00"),
            dayAndNight("02:00", "14:00"),
            dayAndNight("02:30", "14:30"),
            dayAndNight("01:00", "13:00"),
            dayAndNight("01:15", "13:15"),
            dayAndNight("03:00", "15:00"),
            dayAndNight("00:00", "12:00"));
    Instant change = Instant.parse("2024-01-01T00:00:00Z");
    while (true) {
      ZoneOffsetTransition next = zone.getRules().nextTransition(change);
      change = next.getInstant();
      if (change.isAfter(Instant.parse("2030-12-31T00:00:00Z"))) {
        return;
      }
      for (Rota rota : rotas) {
        assertThat(wrongMinutes(rota, zone, next)).isEmpty();
      }
    }
  }

  private static List<String> wrongMinutes(Rota rota, ZoneId zone, ZoneOffsetTransition change) {
    Instant first = change.getInstant().minusSeconds(12 * 3_600);
    return IntStream.range(0, 24 * 60)
        .mapToObj(minute -> first.plusSeconds(60L * minute))
        .filter(at -> onCall(rota, at, zone).size() != expected(rota, at, zone))
        .map(at -> zone + " " + at)
        .toList();
  }

  /** Two only in a doubled hour in which the turn changes, else one. */
  private static int expected(Rota rota, Instant at, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    boolean doubled = zone.getRules().getValidOffsets(local).size() == 2;
    return doubled ? Math.clamp(onCall(rota, at, zone).size(), 1, 2) : 1;
  }

  @Test
  void daysAndDatesLimitAShift() {
    Shift weekends =
        new Shift(
            "weekend",
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            LocalTime.of(20, 0),
            LocalTime.of(8, 0),
            LocalDate.of(2026, 11, 21),
            LocalDate.of(2026, 11, 22));

    assertThat(isOn(weekends, Instant.parse("2026-11-20T21:00:00Z"))).isFalse();
    assertThat(isOn(weekends, Instant.parse("2026-11-21T21:00:00Z"))).isTrue();
    assertThat(isOn(weekends, Instant.parse("2026-11-23T07:59:00Z"))).isTrue();
    assertThat(isOn(weekends, Instant.parse("2026-11-28T21:00:00Z"))).isFalse();
  }

  @Test
  void equalTimesAreAWholeDay() {
    Shift always = shift("always", "00:00", "00:00");

    assertThat(isOn(always, Instant.parse("2026-11-20T00:00:00Z"))).isTrue();
    assertThat(isOn(always, Instant.parse("2026-11-20T23:59:59Z"))).isTrue();
  }

  private static List<String> onCall(Rota rota, Instant at, ZoneId zone) {
    return new Roster(rota, zone, SiteCalendars.NONE).onCall("nurse", 1, at);
  }

  private static boolean isOn(Shift shift, Instant at) {
    Layer layer = new Layer("only", List.of(shift));
    Rota rota = new Rota("site-a", null, List.of(new RoleRota("nurse", List.of(layer))));
    return !onCall(rota, at, LONDON).isEmpty();
  }

  private static Rota dayAndNight(String from, String to) {
    Layer layer = new Layer("first", List.of(shift("day", from, to), shift("night", to, from)));
    return new Rota("site-a", null, List.of(new RoleRota("nurse", List.of(layer))));
  }

  private static Shift shift(String staffId, String from, String to) {
    return new Shift(staffId, Set.of(), LocalTime.parse(from), LocalTime.parse(to), null, null);
  }
}
