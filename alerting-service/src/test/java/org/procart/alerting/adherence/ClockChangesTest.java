package org.procart.alerting.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.alerting.history.TestReports;

/** Wall clocks decide when somebody is waited for, through every change of them. */
class ClockChangesTest {

  private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2031-01-01T00:00:00Z");

  /** A day on which the clocks change somewhere. */
  record ChangeDay(String zone, LocalDate day) {}

  static Stream<ChangeDay> changes() {
    return Stream.of(
            "Europe/London",
            "Europe/Paris",
            "Europe/Lisbon",
            "Europe/Amsterdam",
            "Pacific/Auckland")
        .flatMap(ClockChangesTest::changesOf);
  }

  @Test
  void theyAreAllThere() {
    assertThat(changes()).hasSize(5 * 7 * 2);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void theDayBeforeTheDayItselfAndTheDayAfterKeepTheirHours(ChangeDay change) {
    for (int day = 2; day <= 4; day++) {
      TestWatch watch = new TestWatch().in(change.zone()).infusedOn(change.day().minusDays(3));
      watch.unchangedSince(watch.day(day, 7, 0));

      assertThat(watch.pass(watch.day(day, 10, 59))).isEmpty();
      assertThat(watch.nextDue(watch.day(day, 10, 59))).isEqualTo(at(change, day, "T11:00"));
      assertThat(watch.pass(at(change, day, "T11:00")))
          .containsExactly("PATIENT day " + day + " [patient-1]");
      assertThat(watch.pass(at(change, day, "T11:59:59"))).isEmpty();
      assertThat(watch.pass(at(change, day, "T12:00"))).hasSize(1);
      assertThat(watch.pass(at(change, day, "T12:59:59"))).isEmpty();
      assertThat(watch.pass(at(change, day, "T13:00")))
          .containsExactly("NURSE day " + day + " RED 1");
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aReportOfTheChangedDayCountsForItFromMidnightOn(ChangeDay change) {
    TestWatch watch = new TestWatch().in(change.zone()).infusedOn(change.day().minusDays(3));
    watch.unchangedSince(watch.day(3, 7, 0));
    watch.sent(
        TestReports.report("early").instrument(TestWatch.DAILY).at(watch.day(3, 0, 0)).build());

    assertThat(watch.pass(watch.day(3, 13, 0))).isEmpty();
  }

  @Test
  void whoTravelsWestIsWaitedForOnTheClockOfTheNewPlace() {
    // Day 3 in Auckland has begun long before it begins in London.
    TestWatch london = new TestWatch().in("Europe/London");
    london.unchangedSince(Instant.parse("2026-03-05T06:00:00Z")); // arrived: zone changed

    assertThat(london.pass(Instant.parse("2026-03-05T10:59:00Z"))).isEmpty();
    assertThat(london.pass(Instant.parse("2026-03-05T11:00:00Z")))
        .containsExactly("PATIENT day 3 [patient-1]");
  }

  @Test
  void whoTravelsEastHasNotMissedTheMorningThatWasSkipped() {
    // In Auckland it is the evening of day 3 when the patient arrives.
    TestWatch auckland = new TestWatch().in("Pacific/Auckland");
    auckland.unchangedSince(Instant.parse("2026-03-05T06:00:00Z"));

    assertThat(auckland.pass(Instant.parse("2026-03-05T12:00:00Z"))).isEmpty();
    assertThat(auckland.pass(Instant.parse("2026-03-05T22:00:00Z")))
        .containsExactly("PATIENT day 4 [patient-1]");
  }

  private static Instant at(ChangeDay change, int day, String time) {
    LocalDate date = change.day().minusDays(3).plusDays(day);
    return LocalDateTime.parse(date + time).atZone(ZoneId.of(change.zone())).toInstant();
  }

  private static Stream<ChangeDay> changesOf(String zone) {
    return Stream.iterate(
            ZoneId.of(zone).getRules().nextTransition(FROM),
            change -> change.getInstant().isBefore(TO),
            change -> ZoneId.of(zone).getRules().nextTransition(change.getInstant()))
        .map(ZoneOffsetTransition::getDateTimeBefore)
        .map(local -> new ChangeDay(zone, local.toLocalDate()));
  }
}
