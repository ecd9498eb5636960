package org.procart.intake.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.intake.patient.CareStatus;
import org.procart.intake.patient.Consent;
import org.procart.intake.patient.Patient;
import org.procart.intake.patient.Therapy;
import org.procart.intake.protocol.Protocol;
import org.procart.intake.protocol.TestProtocols;
import org.procart.intake.snapshot.Snapshot;
import org.procart.schemas.DueReport;
import org.procart.schemas.ScheduleChanged;
import org.procart.schemas.event.StoredEvent;
import tools.jackson.databind.json.JsonMapper;

class PlannedTest {

  private static final String QUESTIONNAIRES = "https://procart.org/fhir/Questionnaire/";
  private static final String C30 =
      "https://www.medizininformatik-initiative.de/fhir/ext/modul-pro/Questionnaire/mii-qst-pro-eortc-qlq-c30";
  private static final LocalDate INFUSION = LocalDate.parse("2026-11-14");
  private static final Licensed ALL = new Licensed(Map.of());
  private static final Protocol CART_HOME = TestProtocols.builtIn("cart-home");
  private static final ScheduleForm FORM = new ScheduleForm(new JsonMapper());

  @Test
  void everyQuestionnaireIsThereOnceWithAllItsTimes() {
    // When
    Planned plan = Planned.of(patient(CareStatus.ACTIVE, INFUSION), CART_HOME, ALL);

    // Then
    assertThat(plan.forms())
        .extracting(PlannedForm::questionnaire, PlannedForm::title, form -> form.due().size())
        .containsExactly(
            tuple(QUESTIONNAIRES + "cart-ice-baseline", "ICE before the infusion", 1),
            tuple(QUESTIONNAIRES + "cart-home-check", "Daily home check", 31),
            tuple(QUESTIONNAIRES + "pro-ctcae-cart-weekly", "Weekly symptoms (PRO-CTCAE)", 13),
            tuple(C30, "EORTC QLQ-C30", 19),
            tuple(QUESTIONNAIRES + "fact-lym", "FACT-Lym", 19),
            tuple(QUESTIONNAIRES + "eq-5d-5l", "EQ-5D-5L", 19));
    assertThat(form(plan, "cart-home-check").getLast())
        .isEqualTo(
            new PlannedReport(
                INFUSION,
                30,
                Instant.parse("2026-12-13T23:00:00Z"),
                Instant.parse("2026-12-15T11:00:00Z")));
    assertThat(plan.forms())
        .allSatisfy(form -> assertThat(form.due()).extracting(PlannedReport::dueOn).isSorted());
  }

  @Test
  void whenTheLicenceEndsOnlyWhatIsDueUntilItsLastDayIsAsked() {
    // Given a licence that ends on the last day of the second of four times
    LocalDate last = INFUSION.plusDays(90);
    Map<String, Optional<LocalDate>> licences =
        Map.of(
            C30,
            Optional.of(last),
            QUESTIONNAIRES + "fact-lym",
            Optional.of(last.minusDays(1)),
            QUESTIONNAIRES + "eq-5d-5l",
            Optional.empty());

    // When
    Planned plan =
        Planned.of(patient(CareStatus.ACTIVE, INFUSION), CART_HOME, new Licensed(licences));

    // Then
    assertThat(form(plan, "eortc-qlq-c30"))
        .extracting(PlannedReport::day)
        .containsExactly(-1, 30, 90);
    assertThat(form(plan, "fact-lym")).extracting(PlannedReport::day).containsExactly(-1, 30);
    assertThat(plan.forms())
        .extracting(PlannedForm::questionnaire)
        .doesNotContain(QUESTIONNAIRES + "eq-5d-5l");
    assertThat(form(plan, "cart-home-check")).hasSize(31);
  }

  @Test
  void aSecondInfusionEndsWhatTheFirstAskedForAndBeginsAnew() {
    // Given
    LocalDate second = INFUSION.plusDays(20);

    // When
    Planned plan = Planned.of(patient(CareStatus.ACTIVE, second, INFUSION), CART_HOME, ALL);

    // Then
    List<PlannedReport> daily = form(plan, "cart-home-check");
    assertThat(daily).hasSize(20 + 31).extracting(PlannedReport::dueOn).isSorted();
    assertThat(daily.subList(0, 20)).extracting(PlannedReport::infusionDate).containsOnly(INFUSION);
    assertThat(daily.get(20))
        .extracting(PlannedReport::day, PlannedReport::infusionDate)
        .containsExactly(0, second);
    assertThat(form(plan, "cart-ice-baseline"))
        .extracting(PlannedReport::dueOn)
        .containsExactly(INFUSION.minusDays(1), second.minusDays(1));
  }

  @ParameterizedTest
  @CsvSource({
    "PLANNED, true, true",
    "ACTIVE, true, true",
    "IN_HOSPITAL, true, true",
    "COMPLETED, true, false",
    "WITHDRAWN, true, false",
    "DECEASED, true, false",
    "ACTIVE, false, false",
  })
  void whoIsNoLongerWatchedIsAskedForNothing(CareStatus status, boolean consent, boolean asked) {
    // When
    Planned plan = Planned.of(patient(status, consent, INFUSION), CART_HOME, ALL);

    // Then
    assertThat(plan.forms().isEmpty()).isEqualTo(!asked);
    assertThat(plan.protocol()).isEqualTo("cart-home");
    assertThat(plan.protocolVersion()).isEqualTo("1.0.0");
  }

  @Test
  void withoutAnInfusionNothingHasADate() {
    assertThat(Planned.of(patient(CareStatus.PLANNED), CART_HOME, ALL).forms()).isEmpty();
  }

  @Test
  void theLargestPlanOfASiteFitsTheStoreAndTheTopicAndComesBackAsItWas() {
    // Given what a site's protocol may ask at most for one infusion
    Protocol most =
        TestProtocols.of(
            """
            {"questionnaire":"urn:q","when":{"days":{"from":-100,"to":4899}},"opens":{"at":"06:30"}}
            """);
    Planned plan = Planned.of(patient(CareStatus.ACTIVE, INFUSION), most, ALL);
    assertThat(form(plan, "")).hasSize(5_000);

    // When
    String stored = FORM.write(plan);
    ScheduleChanged event = event(plan, 7);

    // Then
    assertThat(FORM.read(stored)).isEqualTo(plan);
    assertThat(stored).hasSizeLessThan(350_000);
    assertThat(StoredEvent.encode(event)).hasSizeLessThan(150_000);
  }

  @Test
  void theTopicSaysWhatIsPlanned() {
    // Given
    Planned plan = Planned.of(patient(CareStatus.ACTIVE, INFUSION), CART_HOME, ALL);

    // When
    ScheduleChanged event = event(plan, 3);

    // Then
    assertThat(event.getRevision()).isEqualTo(3);
    assertThat(event.getPatientId()).isEqualTo("p-1");
    assertThat(event.getSiteId()).isEqualTo("site-a");
    assertThat(event.getZoneId()).isEqualTo("Europe/Paris");
    assertThat(event.getProtocolVersion()).isEqualTo("1.0.0");
    assertThat(event.getForms()).hasSize(6);
    assertThat(event.getForms().get(1).getDue().getFirst())
        .isEqualTo(
            DueReport.newBuilder()
                .setDueOn(INFUSION)
                .setInfusionDate(INFUSION)
                .setDay(0)
                .setOpensAt(Instant.parse("2026-11-13T23:00:00Z"))
                .setClosesAt(Instant.parse("2026-11-15T11:00:00Z"))
                .build());
    assertThat(event(plan, 3).getEventId()).isEqualTo(event.getEventId());
    assertThat(event(plan, 4).getEventId()).isNotEqualTo(event.getEventId());
  }

  private static ScheduleChanged event(Planned plan, long revision) {
    return (ScheduleChanged) FORM.event(new Snapshot<>(plan, revision), Instant.EPOCH);
  }

  private static List<PlannedReport> form(Planned plan, String id) {
    return plan.forms().stream()
        .filter(form -> form.questionnaire().endsWith(id))
        .findFirst()
        .orElseThrow()
        .due();
  }

  private static Patient patient(CareStatus status, LocalDate... infusions) {
    return patient(status, true, infusions);
  }

  private static Patient patient(CareStatus status, boolean consent, LocalDate... infusions) {
    return new Patient(
        "p-1",
        "site-a",
        ZoneId.of("Europe/Paris"),
        "fr",
        Stream.of(infusions).map(date -> new Therapy("axi-cel", "lbcl", date)).toList(),
        "cart-home",
        List.of(),
        new Consent(consent, List.of(), List.of()),
        status,
        false);
  }
}
