package org.procart.notification.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OverrideTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant BEGIN = Instant.parse("2026-10-24T00:00:00Z");
  private static final int MINUTES = 3 * 24 * 60;

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  /** Minute by minute: the last override that covers it, else whoever the shifts say. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theLastOverrideCountsAndElseTheShifts(int seed) {
    Random random = new Random(seed);
    List<Replacement> overrides = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      LocalDateTime from =
          LocalDateTime.of(2026, 10, 24, 0, 0).plusMinutes(15L * random.nextInt(280));
      LocalDateTime to = from.plusMinutes(15L * (1 + random.nextInt(120)));
      overrides.add(
          new Replacement(
              "stand-in-" + i, SiteTime.of(from.toString()), SiteTime.of(to.toString())));
    }
    Roster plain = roster(List.of());
    Roster changed = roster(overrides);

    for (int minute = 0; minute < MINUTES; minute += 5) {
      Instant at = BEGIN.plusSeconds(60L * minute);
      List<String> expected =
          overrides.reversed().stream()
              .filter(each -> covers(each, at))
              .findFirst()
              .map(each -> List.of(each.staffId()))
              .orElseGet(() -> plain.onCall("nurse", 1, at));
      assertThat(changed.onCall("nurse", 1, at)).as("at %s", at).isEqualTo(expected);
    }
    assertThat(changed.gaps(BEGIN, BEGIN.plusSeconds(60L * MINUTES), any -> true))
        .as("an override never makes a gap")
        .isEmpty();
  }

  /** Said by offsets, not by the code's own choice of them. */
  private static boolean covers(Replacement override, Instant at) {
    var rules = LONDON.getRules();
    LocalDateTime from = LocalDateTime.parse(override.from().text());
    LocalDateTime to = LocalDateTime.parse(override.to().text());
    Instant start = from.toInstant(rules.getValidOffsets(from).getFirst());
    Instant end = to.toInstant(rules.getValidOffsets(to).getLast());
    return !at.isBefore(start) && at.isBefore(end);
  }

  @Test
  void anOverrideFillsWhereNobodyIsOn() {
    Layer layer =
        new Layer(
            "first",
            List.of(),
            List.of(
                new Replacement(
                    "cat", SiteTime.of("2026-10-24T20:00"), SiteTime.of("2026-10-25T08:00"))),
            null,
            Map.of());
    Roster roster = roster(layer);

    assertThat(roster.onCall("nurse", 1, Instant.parse("2026-10-24T19:00:00Z")))
        .containsExactly("cat");
    assertThat(roster.gaps(BEGIN, BEGIN.plusSeconds(2 * 86_400), any -> true))
        .containsExactly(
            new Gap("nurse", 1, BEGIN, Instant.parse("2026-10-24T19:00:00Z")),
            new Gap(
                "nurse", 1, Instant.parse("2026-10-25T08:00:00Z"), BEGIN.plusSeconds(2 * 86_400)));
  }

  private static Roster roster(List<Replacement> overrides) {
    Shift day = new Shift("day", Set.of(), LocalTime.of(1, 30), LocalTime.of(13, 30), null, null);
    Shift night =
        new Shift("night", Set.of(), LocalTime.of(13, 30), LocalTime.of(1, 30), null, null);
    return roster(new Layer("first", List.of(day, night), overrides, null, Map.of()));
  }

  private static Roster roster(Layer layer) {
    Rota rota = new Rota("site-a", null, List.of(new RoleRota("nurse", List.of(layer))));
    return new Roster(rota, LONDON, SiteCalendars.NONE);
  }
}
