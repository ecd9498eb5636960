package org.procart.notification.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.notification.calendar.EventCalendar;
import org.procart.notification.calendar.UnreadableCalendarException;
import org.procart.notification.channel.ChannelKind;

/**
 * Files as calendar programs export them, at every change of the clocks from 2024 to 2030. Who
 * should be on is said here by the clock on the wall alone.
 */
class CalendarFilesTest {

  private static final Map<String, String> ZONES =
      Map.of(
          "london", "Europe/London",
          "paris", "Europe/Paris",
          "lisbon", "Europe/Lisbon",
          "amsterdam", "Europe/Amsterdam",
          "auckland", "Pacific/Auckland");

  private static final List<StaffMember> STAFF =
      List.of(
          member("ann", "Ann Day"),
          member("ben", "Ben Night"),
          member("cat", "Cat Spare"),
          member("dan", "Dan Moved"),
          member("eve", "Eve Late"));

  /** As a site says it for titles that are no names. */
  private static final Map<String, String> PEOPLE =
      Map.of(
          "Ward 7, Ann*", "ann",
          "Ward 7, Ben*", "ben",
          "Ward 7, Cat*", "cat",
          "Ward 7, Dan*", "dan",
          "Ward 7, Eve*", "eve");

  static Stream<Arguments> files() {
    Stream<Arguments> all =
        ZONES.keySet().stream()
            .sorted()
            .flatMap(
                place ->
                    Stream.of("google", "outlook", "apple", "thunderbird", "pager-feed")
                        .map(program -> Arguments.of(program, place)));
    return Stream.concat(
        all,
        Stream.of(
            Arguments.of("exchange-custom", "london"),
            Arguments.of("exchange-custom", "auckland")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyMinuteAroundEveryChangeHasWhoTheWallClockSays(String program, String place)
      throws Exception {
    ZoneId zone = ZoneId.of(String.valueOf(ZONES.get(place)));
    Roster roster = roster(program + "-" + place, zone);
    List<ZoneOffsetTransition> changes = changes(zone);
    assertThat(changes).hasSize(14);
    List<String> wrong = new ArrayList<>();

    for (ZoneOffsetTransition change : changes) {
      Instant first = change.getInstant().minusSeconds(2 * 86_400);
      Instant last = change.getInstant().plusSeconds(2 * 86_400);
      List<Duty> duties = roster.duties("nurse", 1, first, last).toList();
      List<Turn> turns =
          turns(change.getDateTimeBefore().toLocalDate(), place, program.equals("pager-feed"));
      for (Instant at = first; at.isBefore(last); at = at.plusSeconds(60)) {
        Set<String> expected = expected(turns, at, zone, program.equals("pager-feed"));
        Set<String> found = found(duties, at);
        if (!found.equals(expected)) {
          wrong.add(at + " is " + found + ", not " + expected);
        }
      }
      assertThat(roster.onCall("nurse", 1, change.getInstant()))
          .containsExactlyInAnyOrderElementsOf(found(duties, change.getInstant()));
    }

    assertThat(wrong).isEmpty();
  }

  /** A turn by the clock on the wall. */
  private record Turn(String who, LocalDateTime from, LocalDateTime to) {}

  private static List<Turn> turns(LocalDate change, String place, boolean feed) {
    LocalTime turn = LocalTime.of(Set.of("london", "lisbon").contains(place) ? 1 : 2, 30);
    List<Turn> turns = new ArrayList<>();
    for (LocalDate day = change.minusDays(4);
        day.isBefore(change.plusDays(4));
        day = day.plusDays(1)) {
      String byDay = !feed && day.equals(change.minusDays(1)) ? "cat" : "ann";
      String byNight = "ben";
      if (!feed && day.equals(change.minusDays(1))) {
        byNight = "dan";
      } else if (!feed && day.equals(change)) {
        byNight = "eve";
      }
      turns.add(new Turn(byDay, day.atTime(turn), day.atTime(turn.plusHours(12))));
      turns.add(new Turn(byNight, day.atTime(turn.plusHours(12)), day.plusDays(1).atTime(turn)));
    }
    return turns;
  }

  private static Set<String> expected(List<Turn> turns, Instant at, ZoneId zone, boolean exact) {
    LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
    ZoneOffsetTransition doubled = zone.getRules().getTransition(wall);
    boolean firstTime =
        doubled != null && zone.getRules().getOffset(at).equals(doubled.getOffsetBefore());
    Set<String> on = new TreeSet<>();
    for (Turn turn : turns) {
      LocalDateTime from = afterSkip(turn.from(), zone);
      LocalDateTime to = afterSkip(turn.to(), zone);
      boolean plain = !wall.isBefore(from) && wall.isBefore(to);
      if (doubled == null || doubled.isGap()) {
        addIf(on, turn, plain);
      } else if (exact) {
        // A feed in UTC says who is on; each turn changes at the first of the two times.
        boolean began = !wall.isBefore(from) || (!firstTime && isIn(doubled, from));
        boolean ended = !wall.isBefore(to) || (!firstTime && isIn(doubled, to));
        addIf(on, turn, began && !ended);
      } else {
        // Its end comes a second time, its begin has come already.
        boolean endsAgain = firstTime && isIn(doubled, to) && !wall.isBefore(to);
        boolean beganBefore = !firstTime && isIn(doubled, from) && wall.isBefore(from);
        addIf(on, turn, plain || endsAgain || beganBefore);
      }
    }
    return on;
  }

  private static void addIf(Set<String> on, Turn turn, boolean is) {
    if (is) {
      on.add(turn.who());
    }
  }

  private static boolean isIn(ZoneOffsetTransition doubled, LocalDateTime time) {
    return !time.isBefore(doubled.getDateTimeAfter()) && time.isBefore(doubled.getDateTimeBefore());
  }

  private static LocalDateTime afterSkip(LocalDateTime time, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    return change != null && change.isGap() ? time.plus(change.getDuration()) : time;
  }

  private static Set<String> found(List<Duty> duties, Instant at) {
    Set<String> on = new TreeSet<>();
    duties.stream().filter(duty -> duty.covers(at)).map(Duty::staffId).forEach(on::add);
    return on;
  }

  private static List<ZoneOffsetTransition> changes(ZoneId zone) {
    return Stream.iterate(
            zone.getRules().nextTransition(Instant.parse("2024-01-01T00:00:00Z")),
            change -> zone.getRules().nextTransition(change.getInstant()))
        .takeWhile(change -> change.getInstant().isBefore(Instant.parse("2031-01-01T00:00:00Z")))
        .toList();
  }

  private static Roster roster(String file, ZoneId zone)
      throws IOException, UnreadableCalendarException {
    Layer layer = new Layer("first", List.of(), List.of(), "ward", PEOPLE);
    Rota rota = new Rota("site-a", null, List.of(new RoleRota("nurse", List.of(layer))));
    EventCalendar events = EventCalendar.read(text(file), zone);
    return new Roster(rota, zone, new SiteCalendars(Map.of("ward", events), STAFF));
  }

  static String text(String file) throws IOException {
    try (InputStream in =
        CalendarFilesTest.class.getResourceAsStream("/calendars/" + file + ".ics")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static StaffMember member(String id, String name) {
    ContactPoint mailbox = new ContactPoint(ChannelKind.EMAIL, id + "@ward.example", true, false);
    return new StaffMember(id, List.of("site-a"), name, List.of(), List.of(mailbox), List.of());
  }
}
