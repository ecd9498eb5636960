package org.procart.intake.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.intake.protocol.Protocol;
import org.procart.intake.protocol.TestProtocols;
import org.procart.intake.schedule.Occurrence.Place;

class PlanTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Protocol CART_HOME = TestProtocols.builtIn("cart-home");
  private static final String DAILY = "https://procart.org/fhir/Questionnaire/cart-home-check";
  private static final String WEEKLY =
      "https://procart.org/fhir/Questionnaire/pro-ctcae-cart-weekly";
  private static final String FACT_LYM = "https://procart.org/fhir/Questionnaire/fact-lym";
  private static final Protocol DAILY_CHECK =
      TestProtocols.of(
          """
          {"questionnaire":"urn:q","when":{"days":{"from":0,"to":10}},
           "opens":{"at":"06:30"},"due":"20:00","closes":{"daysAfter":1,"at":"12:00"}}
          """);

  static Stream<Arguments> clockChanges() {
    return Stream.of(
            "Europe/London",
            "Europe/Paris",
            "Europe/Lisbon",
            "Europe/Amsterdam",
            "Pacific/Auckland")
        .map(ZoneId::of)
        .flatMap(
            zone ->
                Stream.iterate(
                        Objects.requireNonNull(
                            zone.getRules().nextTransition(Instant.parse("2024-01-01T00:00:00Z"))),
                        change -> change.getDateTimeBefore().getYear() <= 2030,
                        change ->
                            Objects.requireNonNull(
                                zone.getRules().nextTransition(change.getInstant())))
                    .map(change -> Arguments.of(zone, change)));
  }

  @ParameterizedTest
  @MethodSource("clockChanges")
  void theClockOnTheWallCountsWhenTheClocksChange(ZoneId zone, ZoneOffsetTransition change) {
    // Given an infusion five days before the clocks change
    LocalDate infusion = change.getDateTimeBefore().toLocalDate().minusDays(5);

    // When
    List<Place> places = places(Plan.of(DAILY_CHECK, List.of(infusion), zone), "urn:q");

    // Then
    assertThat(places).hasSize(11);
    assertThat(places)
        .allSatisfy(
            place -> {
              assertThat(wall(place.opensAt(), zone)).isEqualTo(LocalTime.of(6, 30));
              assertThat(wall(place.dueAt(), zone)).isEqualTo(LocalTime.of(20, 0));
              assertThat(wall(place.closesAt(), zone)).isEqualTo(LocalTime.of(12, 0));
              assertThat(LocalDate.ofInstant(place.dueAt(), zone))
                  .isEqualTo(infusion.plusDays(place.day()));
            });
  }

  @Test
  void thereAreAsManyClockChangesAsThereShouldBe() {
    assertThat(clockChanges()).hasSize(5 * 7 * 2);
  }

  @Test
  void aTimeThatTheClocksLeaveOutIsStillAMoment() {
    // Given: in London 01:30 does not exist on 29 March 2026, and comes twice on 25 October
    Protocol night =
        TestProtocols.of(
            """
            {"questionnaire":"urn:q","when":{"onDays":[0]},"due":"01:30","closes":{"at":"02:30"}}
            """);

    // Then
    assertThat(places(Plan.of(night, List.of(LocalDate.parse("2026-03-29")), LONDON), "urn:q"))
        .extracting(Place::dueAt)
        .containsExactly(Instant.parse("2026-03-29T01:30:00Z"));
    assertThat(places(Plan.of(night, List.of(LocalDate.parse("2026-10-25")), LONDON), "urn:q"))
        .extracting(Place::dueAt)
        .containsExactly(Instant.parse("2026-10-25T00:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 2026-04-30, 2026-07-31, 2027-01-31, 2027-07-31",
    "2026-08-31, 2026-11-30, 2027-02-28, 2027-08-31, 2028-02-29",
    "2027-11-30, 2028-02-29, 2028-05-30, 2028-11-30, 2029-05-30",
    "2028-02-29, 2028-05-29, 2028-08-29, 2029-02-28, 2029-08-29",
  })
  void calendarMonthsEndWhereTheMonthEnds(
      LocalDate infusion, LocalDate m3, LocalDate m6, LocalDate m12, LocalDate m18) {
    // When
    List<Place> places =
        places(
            Plan.of(TestProtocols.builtIn("qualitop"), List.of(infusion), LONDON),
            "https://procart.org/fhir/Questionnaire/eq-5d-5l");

    // Then
    assertThat(places)
        .extracting(Place::dueOn)
        .containsExactly(infusion.minusDays(1), m3, m6, m12, m18);
  }

  @Test
  void cartHomeAsksWhatItsTableSays() {
    // Given
    LocalDate infusion = LocalDate.parse("2026-11-14");

    // When
    List<Occurrence> plan = Plan.of(CART_HOME, List.of(infusion), LONDON);

    // Then
    assertThat(places(plan, DAILY))
        .extracting(Place::day)
        .containsExactlyElementsOf(Stream.iterate(0, day -> day + 1).limit(31).toList());
    assertThat(places(plan, WEEKLY))
        .extracting(Place::day)
        .containsExactly(7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84, 90);
    List<Place> quality = places(plan, FACT_LYM);
    assertThat(quality).extracting(Place::day).startsWith(-1, 30, 90, 180, 365);
    assertThat(quality.subList(5, quality.size()))
        .extracting(Place::dueOn)
        .containsExactlyElementsOf(
            Stream.iterate(2, year -> year + 1).limit(14).map(infusion::plusYears).toList());
    assertThat(quality.getFirst().opensAt()).isEqualTo(Instant.parse("2026-10-31T00:00:00Z"));
    assertThat(quality.getFirst().closesAt()).isEqualTo(Instant.parse("2026-11-14T00:00:00Z"));
    assertThat(quality.get(1).opensOn()).isEqualTo(infusion.plusDays(23));
    assertThat(quality.get(1).closesOn()).isEqualTo(infusion.plusDays(37));
  }

  @Test
  void aSecondInfusionEndsWhatTheFirstAskedForAndBeginsAnew() {
    // Given
    LocalDate first = LocalDate.parse("2026-03-01");
    LocalDate second = first.plusDays(20);

    // When
    List<Occurrence> plan = Plan.of(CART_HOME, List.of(second, first), LONDON);

    // Then
    assertThat(places(plan, DAILY)).hasSize(20 + 31);
    assertThat(places(plan, DAILY))
        .allSatisfy(
            place ->
                assertThat(place.infusionDate())
                    .isEqualTo(place.dueOn().isBefore(second) ? first : second));
    assertThat(places(plan, FACT_LYM))
        .extracting(Place::infusionDate, Place::day)
        .startsWith(
            org.assertj.core.api.Assertions.tuple(first, -1),
            org.assertj.core.api.Assertions.tuple(second, -1),
            org.assertj.core.api.Assertions.tuple(second, 30));
  }

  @Test
  void aChangedDateMovesEverything() {
    // Given
    LocalDate planned = LocalDate.parse("2026-11-20");
    Function<LocalDate, List<LocalDate>> due =
        infusion ->
            Plan.of(CART_HOME, List.of(infusion), LONDON).stream()
                .map(Occurrence::place)
                .map(place -> Objects.requireNonNull(place).dueOn())
                .toList();

    // Then
    assertThat(due.apply(planned.plusDays(3)))
        .isEqualTo(due.apply(planned).stream().map(day -> day.plusDays(3)).toList());
  }

  @Test
  void withoutAnInfusionOnlyWhatComesBeforeOneIsAsked() {
    // When
    List<Occurrence> plan = Plan.of(CART_HOME, List.of(), LONDON);

    // Then
    assertThat(plan).hasSize(4).extracting(Occurrence::place).containsOnlyNulls();
    assertThat(Plan.of(TestProtocols.builtIn("none"), List.of(), ZoneOffset.UTC)).isEmpty();
  }

  private static LocalTime wall(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalTime();
  }

  private static List<Place> places(List<Occurrence> plan, String questionnaire) {
    return plan.stream()
        .filter(each -> each.entry().questionnaire().equals(questionnaire))
        .map(each -> Objects.requireNonNull(each.place()))
        .toList();
  }
}
