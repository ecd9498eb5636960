package org.procart.intake.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.procart.intake.patient.CareStatus;
import org.procart.intake.patient.Consent;
import org.procart.intake.patient.Patient;
import org.procart.intake.patient.Therapy;
import org.procart.intake.protocol.Protocol;
import org.procart.intake.protocol.TestProtocols;
import org.procart.intake.schedule.Agenda.Item;
import org.procart.intake.schedule.Occurrence.Place;

class AgendaTest {

  private static final LocalDate INFUSION = LocalDate.parse("2026-11-14");
  private static final String FORM = "urn:daily";

  /** Due each day by 23:59, taken until noon of the next. */
  private static final Protocol DAILY =
      TestProtocols.of(
          """
          {"questionnaire":"urn:daily","when":{"days":{"from":0,"to":3}},
           "due":"23:59","closes":{"daysAfter":1,"at":"12:00"},"reporters":["PATIENT"]}
          """);

  private static final Protocol BASELINE =
      TestProtocols.of(
          """
          {"questionnaire":"urn:daily","when":{"onDays":[-1]},"opens":{"daysBefore":13}}
          """);

  @ParameterizedTest
  @CsvSource({
    "2026-11-14T23:59:59Z, UPCOMING",
    "2026-11-15T00:00:00Z, OPEN",
    "2026-11-15T23:58:59Z, OPEN",
    "2026-11-15T23:59:00Z, LATE",
    "2026-11-16T11:59:59Z, LATE",
    "2026-11-16T12:00:00Z, MISSED",
  })
  void timeAloneDecidesAsLongAsNothingCame(Instant at, State state) {
    assertThat(stateOfDay(1, items(at, patient(CareStatus.ACTIVE)))).isEqualTo(state);
  }

  @Test
  void aReportCountsForTheDayOnWhichItWasObservedHoweverLateItComes() {
    // Given a phone that was without a network for two days
    Done monday = report("2026-11-15T10:00:00Z", "R-1");

    // When
    List<Item> items = items(Instant.parse("2026-11-18T09:00:00Z"), patient(), monday);

    // Then
    assertThat(items)
        .extracting(AgendaTest::day, Item::state, AgendaTest::receipt)
        .containsExactly(
            tuple(0, State.MISSED, null),
            tuple(1, State.DONE, "R-1"),
            tuple(2, State.MISSED, null),
            tuple(3, State.LATE, null));
  }

  @Test
  void whoMissedOneDayIsNotADayBehindForEver() {
    // When
    List<Item> items =
        items(
            Instant.parse("2026-11-16T12:30:00Z"),
            patient(),
            report("2026-11-14T08:00:00Z", "R-0"),
            report("2026-11-16T08:00:00Z", "R-2"));

    // Then
    assertThat(items)
        .extracting(Item::state)
        .containsExactly(State.DONE, State.MISSED, State.DONE, State.UPCOMING);
  }

  @Test
  void aSecondReportOfTheMorningMakesUpForTheEveningBefore() {
    // When
    List<Item> items =
        items(
            Instant.parse("2026-11-16T12:30:00Z"),
            patient(),
            report("2026-11-16T00:30:00Z", "R-night"),
            report("2026-11-16T09:00:00Z", "R-morning"));

    // Then
    assertThat(items)
        .extracting(Item::state)
        .containsExactly(State.MISSED, State.DONE, State.DONE, State.UPCOMING);
  }

  @Test
  void aPartLeavesItOpenAndTheWholeEndsIt() {
    // Given
    Done part = new Done(FORM, Instant.parse("2026-11-15T08:00:00Z"), "R-a", "PATIENT", true);
    Instant noon = Instant.parse("2026-11-15T12:00:00Z");

    // Then
    Item open = ofDay(1, items(noon, patient(), part));
    assertThat(open.state()).isEqualTo(State.OPEN);
    assertThat(open.report()).isEqualTo(part);
    assertThat(
            ofDay(1, items(noon, patient(), part, report("2026-11-15T11:00:00Z", "R-b"))).state())
        .isEqualTo(State.DONE);
  }

  @ParameterizedTest
  @CsvSource({"PATIENT, DONE", "CARER, OPEN", "STAFF, DONE", "UNKNOWN, DONE"})
  void onlyWhoWasAskedCanAnswer(String reporter, State state) {
    // Given
    Done done = new Done(FORM, Instant.parse("2026-11-15T08:00:00Z"), "R", reporter, false);

    // Then
    assertThat(stateOfDay(1, items(Instant.parse("2026-11-15T09:00:00Z"), patient(), done)))
        .isEqualTo(state);
  }

  @Test
  void anotherQuestionnaireOrAReportOfTheFutureDoesNotCount() {
    // Given
    Instant at = Instant.parse("2026-11-15T09:00:00Z");
    Done other =
        new Done("urn:other", Instant.parse("2026-11-15T08:00:00Z"), "R", "PATIENT", false);

    // Then
    assertThat(stateOfDay(1, items(at, patient(), other, report("2026-11-15T10:00:00Z", "R"))))
        .isEqualTo(State.OPEN);
  }

  @ParameterizedTest
  @EnumSource(
      value = CareStatus.class,
      names = {"DECEASED", "WITHDRAWN"})
  void whoIsNotToBeAskedAnyMoreIsAskedForNothing(CareStatus status) {
    // When
    List<Item> items =
        items(
            Instant.parse("2026-11-15T09:00:00Z"),
            patient(status),
            report("2026-11-14T08:00:00Z", "R"));

    // Then
    assertThat(items)
        .extracting(Item::state)
        .containsExactly(State.DONE, State.CANCELLED, State.CANCELLED, State.CANCELLED);
  }

  @Test
  void withoutALicenceOfTheDayNobodyIsAskedAndWhatCameStillCounts() {
    // Given a licence that ends on day 1
    Map<String, Optional<LocalDate>> lastDays = Map.of(FORM, Optional.of(INFUSION.plusDays(1)));
    Agenda agenda =
        new Agenda(patient(), Instant.parse("2026-11-16T09:00:00Z"), new Licensed(lastDays));

    // Then
    assertThat(agenda.items(DAILY, List.of(report("2026-11-16T08:00:00Z", "R"))))
        .extracting(Item::state)
        .containsExactly(State.MISSED, State.LATE, State.DONE, State.NOT_LICENSED);
    assertThat(
            new Agenda(patient(), Instant.EPOCH, new Licensed(Map.of(FORM, Optional.empty())))
                .items(DAILY, List.of()))
        .extracting(Item::state)
        .containsOnly(State.NOT_LICENSED);
  }

  @Test
  void withoutAnInfusionABaselineIsOpenUntilItIsDoneAndNotForEver() {
    // Given
    Patient planned = patient(CareStatus.PLANNED, null);
    Instant at = Instant.parse("2026-11-15T09:00:00Z");

    // Then
    assertThat(stateWithoutInfusion(planned, at)).isEqualTo(State.OPEN);
    assertThat(stateWithoutInfusion(planned, at, report("2026-11-05T08:00:00Z", "R")))
        .isEqualTo(State.DONE);
    assertThat(stateWithoutInfusion(planned, at, report("2026-10-31T08:00:00Z", "R")))
        .isEqualTo(State.OPEN);
  }

  private static State stateWithoutInfusion(Patient patient, Instant at, Done... reports) {
    return new Agenda(patient, at, new Licensed(Map.of()))
        .items(BASELINE, List.of(reports))
        .getFirst()
        .state();
  }

  private static List<Item> items(Instant at, Patient patient, Done... reports) {
    return new Agenda(patient, at, new Licensed(Map.of())).items(DAILY, List.of(reports));
  }

  private static State stateOfDay(int day, List<Item> items) {
    return ofDay(day, items).state();
  }

  private static Item ofDay(int day, List<Item> items) {
    return items.stream()
        .filter(item -> Integer.valueOf(day).equals(day(item)))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable Integer day(Item item) {
    Place place = item.occurrence().place();
    return place == null ? null : (Integer) place.day();
  }

  private static @Nullable String receipt(Item item) {
    return item.report() == null ? null : item.report().receipt();
  }

  private static Done report(String observedAt, String receipt) {
    return new Done(FORM, Instant.parse(observedAt), receipt, "PATIENT", false);
  }

  private static Patient patient() {
    return patient(CareStatus.ACTIVE);
  }

  private static Patient patient(CareStatus status) {
    return patient(status, INFUSION);
  }

  private static Patient patient(CareStatus status, @Nullable LocalDate infusion) {
    return new Patient(
        "p-1",
        "site-a",
        ZoneId.of("Europe/London"),
        "en",
        List.of(new Therapy("axi-cel", "lbcl", infusion)),
        "test",
        List.of(),
        new Consent(true, List.of(), List.of()),
        status,
        false);
  }
}
