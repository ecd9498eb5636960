package org.procart.notification.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCalendarTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant FROM = Instant.parse("2026-10-20T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-20T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Whole days, floating times and UTC, with the end as a day, a time or a length.
        "DTSTART;VALUE=DATE:20261025|2026-10-24T23:00:00Z/2026-10-26T00:00:00Z",
        "DTSTART:20261025 DTEND:20261027|2026-10-24T23:00:00Z/2026-10-27T00:00:00Z",
        "DTSTART:20261024T200000 DTEND:20261025T080000|2026-10-24T19:00:00Z/2026-10-25T08:00:00Z",
        "DTSTART:20261024T200000Z DTEND:20261025T080000Z|2026-10-24T20:00:00Z/2026-10-25T08:00:00Z",
        "DTSTART:20261024T200000 DURATION:PT12H|2026-10-24T19:00:00Z/2026-10-25T08:00:00Z",
        "DTSTART:20261024T200000 DURATION:P1D|2026-10-24T19:00:00Z/2026-10-25T20:00:00Z",
        "DTSTART;TZID=Europe/Paris:20261024T200000 DTEND;TZID=Europe/London:20261024T200000"
            + "|2026-10-24T18:00:00Z/2026-10-24T19:00:00Z",
        "DTSTART;TZID=New Zealand Standard Time:20261024T080000 DURATION:PT1H"
            + "|2026-10-23T19:00:00Z/2026-10-23T20:00:00Z"
      })
  void aTimeIsReadOnItsOwnClock(String lines, String expected) throws Exception {
    assertThat(times(event("one", lines.split(" (?=D)")))).containsExactly(expected);
  }

  @Test
  void repetitionsKeepTheHourOnTheWall() throws Exception {
    assertThat(
            times(
                event(
                    "one",
                    "DTSTART;TZID=Europe/London:20261022T090000",
                    "DTEND;TZID=Europe/London:20261022T100000",
                    "RRULE:FREQ=WEEKLY;UNTIL=20261105T090000Z;BYDAY=TH",
                    "RDATE;TZID=Europe/London:20261110T120000",
                    "RDATE;VALUE=PERIOD:20261112T120000Z/20261112T123000Z",
                    "EXDATE:20261029T090000Z")))
        .containsExactly(
            "2026-10-22T08:00:00Z/2026-10-22T09:00:00Z",
            "2026-11-05T09:00:00Z/2026-11-05T10:00:00Z",
            "2026-11-10T12:00:00Z/2026-11-10T13:00:00Z",
            "2026-11-12T12:00:00Z/2026-11-12T12:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXDATE:20261026T090000Z",
        "EXDATE:20261026T090000",
        "EXDATE;VALUE=DATE:20261026",
        "EXDATE;TZID=Europe/Paris:20261026T100000",
        "EXDATE;TZID=Romance Standard Time:20261026T100000"
      })
  void anExceptionCountsHoweverItIsWritten(String exception) throws Exception {
    assertThat(
            times(
                event(
                    "one",
                    "DTSTART;TZID=Europe/London:20261025T090000",
                    "DURATION:PT1H",
                    "RRULE:FREQ=DAILY;COUNT=3",
                    exception)))
        .containsExactly(
            "2026-10-25T09:00:00Z/2026-10-25T10:00:00Z",
            "2026-10-27T09:00:00Z/2026-10-27T10:00:00Z");
  }

  @Test
  void ofTwoEditionsTheLaterCountsAndWhatIsCancelledDoesNot() throws Exception {
    assertThat(
            times(
                event("one", "DTSTART:20261025T090000Z", "DURATION:PT1H", "SEQUENCE:1"),
                event("one", "DTSTART:20261025T110000Z", "DURATION:PT1H", "SEQUENCE:2"),
                event("two", "DTSTART:20261026T090000Z", "DURATION:PT1H", "STATUS:CANCELLED")))
        .containsExactly("2026-10-25T11:00:00Z/2026-10-25T12:00:00Z");
  }

  /** A swap that was exported without its series is still somebody's turn. */
  @Test
  void aMovedOccurrenceWithoutItsSeriesStands() throws Exception {
    assertThat(
            times(
                event(
                    "one",
                    "RECURRENCE-ID:20261025T090000Z",
                    "DTSTART:20261025T100000Z",
                    "DURATION:PT1H")))
        .containsExactly("2026-10-25T10:00:00Z/2026-10-25T11:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DURATION:PT1H|DTSTART|missing",
        "DTSTART:2026-10-25|DTSTART|bad-time",
        "DTSTART:20261025T090000|DTEND|missing",
        "DTSTART:20261025T090000 DTEND:20261025T080000|DTEND|ends-early",
        "DTSTART:20261025T090000 DURATION:12 hours|DURATION|bad-duration",
        "DTSTART;TZID=Ward time:20261025T090000 DURATION:PT1H|DTSTART|unknown-zone",
        "DTSTART:20261025T090000 DURATION:PT1H RRULE:FREQ=SOMETIMES|RRULE|bad-rule",
        "DTSTART:20261025T090000 DURATION:PT1H RRULE:FREQ=DAILY;INTERVAL=0|RRULE|bad-rule",
        "DTSTART:20261025T090000 DURATION:PT1H RRULE:FREQ=MINUTELY|RRULE|too-often",
        "DTSTART:20261025T090000 DURATION:PT1H EXRULE:FREQ=DAILY|EXRULE|not-read"
      })
  void aFaultNamesTheEventAndTheLine(String lines, String property, String code) {
    UnreadableCalendarException fault =
        fault(
            calendar(
                event("good", "DTSTART:20261025T090000Z", "DURATION:PT1H"),
                event("the-bad-one", lines.split(" (?=[DRE][TUXR])"))));

    assertThat(fault.faults())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.where()).isEqualTo("the-bad-one");
              assertThat(each.property()).isEqualTo(property);
              assertThat(each.code()).isEqualTo(code);
              assertThat(each.cure()).isNotEmpty();
            });
  }

  @Test
  void whatIsNoCalendarIsRefused() {
    assertThat(fault("<html>Please log in</html>").faults().getFirst().code())
        .isEqualTo("not-a-calendar");
    assertThat(fault("").faults().getFirst().code()).isEqualTo("not-a-calendar");
    String whole = calendar(event("one", "DTSTART:20261025T090000Z", "DURATION:PT1H"));
    assertThat(fault(whole.substring(0, whole.length() - 30)).faults().getFirst().code())
        .isEqualTo("broken");
    assertThat(fault(whole.replace("DURATION:PT1H", "what is this")).faults().getFirst().where())
        .startsWith("line ");
  }

  /** On-call can be asked for any day of the century, and a page waits for the answer. */
  @Test
  void aSeriesIsFollowedToTheEndOfTheCenturyWithoutDelay() throws Exception {
    EventCalendar calendar =
        EventCalendar.read(
            calendar(
                event(
                    "one",
                    "DTSTART;TZID=Europe/London:20000101T090000",
                    "DURATION:PT1H",
                    "RRULE:FREQ=DAILY")),
            LONDON);
    Instant last = Instant.parse("2100-12-31T09:30:00Z");
    long begun = System.nanoTime();

    assertThat(calendar.between(last, last.plusNanos(1))).hasSize(1);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void folderLinesEscapesAndQuotesAreRead() throws Exception {
    Occurrence found =
        EventCalendar.read(
                calendar(
                    event(
                        "one",
                        "DTSTART:20261025T090000Z",
                        "DURATION:PT1H",
                        "SUMMARY:Ann\\, ward 7\\; nig",
                        " ht",
                        "ORGANIZER;CN=\"Rota, the\":MAILTO:Rota@Ward.example",
                        "ATTENDEE;CN=\"Day, Ann\";PARTSTAT=ACCEPTED:mailto:Ann@Ward.example",
                        "ATTENDEE;PARTSTAT=DECLINED:mailto:ben@ward.example")),
                LONDON)
            .between(FROM, TO)
            .findFirst()
            .orElseThrow();

    assertThat(found.named().summary()).isEqualTo("Ann, ward 7; night");
    assertThat(found.named().attendees()).containsExactly("ann@ward.example");
    assertThat(found.named().organizer()).isEqualTo("rota@ward.example");
  }

  private static List<String> times(String... events) throws UnreadableCalendarException {
    return EventCalendar.read(calendar(events), LONDON)
        .between(FROM, TO)
        .map(occurrence -> occurrence.start() + "/" + occurrence.end())
        .sorted()
        .toList();
  }

  private static UnreadableCalendarException fault(String text) {
    return catchThrowableOfType(
        UnreadableCalendarException.class, () -> EventCalendar.read(text, LONDON));
  }

  private static String calendar(String... events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
        + String.join("", events)
        + "END:VCALENDAR\r\n";
  }

  private static String event(String uid, String... lines) {
    return List.of(lines).stream()
        .collect(
            Collectors.joining(
                "\r\n", "BEGIN:VEVENT\r\nUID:" + uid + "\r\n", "\r\nEND:VEVENT\r\n"));
  }
}
