package org.procart.alerting.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.history.TestReports.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.alerting.history.PatientSeries;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.history.TestReports;
import org.procart.alerting.rule.Direction;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.TestRules;

/** What the daily home check rings, over time and over reporters. */
class HomeWatchTest {

  private final RuleSet rules = TestRules.defaultSet();

  @Test
  void anIceScoreIsMeasuredAgainstTheOneBeforeTheInfusionWhoeverTookIt() {
    ScoredReport nurse =
        report("nurse")
            .by("STAFF", null)
            .onDay(-30)
            .dayAfterInfusion(-2)
            .raw("ice-at-most", 9)
            .build();
    ScoredReport same = carer("same", 1).raw("ice-at-most", 9).build();
    ScoredReport lower = carer("lower", 2).raw("ice-at-most", 8).build();

    assertThat(clauses(same, nurse)).isEmpty();
    assertThat(clauses(lower, nurse, same)).containsExactly("ice-below-baseline");
    assertThat(clauses(same)).containsExactly("ice-below-baseline");
  }

  @Test
  void aBaselineTakenBeforeTheDateWasKnownIsOneOnceItIs() {
    ScoredReport before = carer("before", -9).dayAfterInfusion(null).raw("ice-at-most", 9).build();
    ScoredReport same = carer("same", 3).infusedOn(0).raw("ice-at-most", 9).build();
    ScoredReport earlier = carer("same", 3).infusedOn(-10).raw("ice-at-most", 9).build();

    assertThat(clauses(same, before)).isEmpty();
    assertThat(clauses(earlier, before)).containsExactly("ice-below-baseline");
  }

  @Test
  void aCorrectedBaselineIsHeldAgainstWhatOthersReportedSince() {
    ScoredReport wrong = nurse("wrong").raw("ice-at-most", 7).build();
    ScoredReport later = carer("later", 1).infusedOn(0).raw("ice-at-most", 8).build();
    ScoredReport right = nurse("right").replacing("wrong").raw("ice-at-most", 10).build();
    PatientSeries series =
        new PatientSeries(List.of(wrong, later, right), Set.of("wrong-submission"));

    assertThat(clauses(later, wrong)).isEmpty();
    assertThat(clauses(Judgement.of(right, series, rules))).containsExactly("ice-below-baseline");
  }

  @Test
  void aBaselineThatIsTakenBackAfterTheInfusionIsHeldAgainstNobodyAnyMore() {
    ScoredReport wrong = nurse("wrong").raw("ice-at-most", 3).build();
    ScoredReport since = carer("since", 1).infusedOn(0).raw("ice-at-most", 7).build();
    ScoredReport amended =
        report("amended").by("STAFF", null).onDay(2).infusedOn(0).replacing("wrong").build();
    ScoredReport error =
        report("error")
            .by("STAFF", null)
            .onDay(2)
            .infusedOn(0)
            .status("entered-in-error")
            .replacing("wrong")
            .build();

    assertThat(clauses(since, wrong)).isEmpty();
    for (ScoredReport correction : List.of(amended, error)) {
      PatientSeries series =
          new PatientSeries(List.of(wrong, since, correction), Set.of("wrong-submission"));
      assertThat(clauses(Judgement.of(correction, series, rules)))
          .containsExactly("ice-below-baseline");
    }
  }

  @Test
  void chillsRingWhereNoTemperatureCanBeReliedOn() {
    TestReports chills = report("chills").raw("chills", 1);
    assertThat(clauses(chills.build())).containsExactly("chills-without-temperature");
    assertThat(clauses(chills.missing("cart-temperature").build()))
        .containsExactly("chills-without-temperature");
    assertThat(clauses(chills.raw("cart-temperature", 37.1).build())).isEmpty();
  }

  @Test
  void howMuchWorseAValueIsThanBeforeIsToldByItsScale() {
    ScoredReport fell = report("fell").better("qlq-c30-PF", 70).build();
    ScoredReport pain = report("pain").better("proctcae-48b-sev", 3).build();

    assertThat(
            directions(
                fell,
                report("before").onDay(-9).dayAfterInfusion(-9).better("qlq-c30-PF", 80).build()))
        .containsExactly(Direction.HIGHER_BETTER);
    assertThat(directions(pain)).containsExactly(Direction.HIGHER_BETTER);
    assertThat(directions(report("usual").raw("proctcae-48b-sev", 3).build()))
        .containsExactly(Direction.HIGHER_WORSE);
  }

  private List<Direction> directions(ScoredReport report, ScoredReport... others) {
    List<ScoredReport> all = Stream.concat(Stream.of(report), Stream.of(others)).toList();
    return Judgement.of(report, new PatientSeries(all, Set.of()), rules).rings().values().stream()
        .flatMap(List::stream)
        .map(heard -> heard.finding().direction())
        .toList();
  }

  private static TestReports nurse(String id) {
    return report(id).by("STAFF", null).onDay(-5).dayAfterInfusion(-5);
  }

  @Test
  void aReportersOwnBaselineCountsBeforeAnybodyElses() {
    ScoredReport own = carer("own", -20).dayAfterInfusion(-7).raw("ice-at-most", 8).build();
    ScoredReport nurse =
        report("nurse")
            .by("STAFF", null)
            .onDay(-19)
            .dayAfterInfusion(-6)
            .raw("ice-at-most", 10)
            .build();

    assertThat(clauses(carer("now", 1).raw("ice-at-most", 8).build(), own, nurse)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, ''", "1, 0, reporters-differ", "1, 2, ''"})
  void patientAndCarerWhoDifferOnTheSameDayRingInEitherOrder(
      double patient, int daysApart, String expected) {
    ScoredReport calm = carer("calm", daysApart).raw("confusion", 0).build();
    ScoredReport other = report("other").onDay(0).raw("confusion", patient).build();

    assertThat(clauses(calm, other)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    assertThat(clauses(other, calm))
        .isEqualTo(patient > 0 ? List.of("confusion") : List.of()); // the worse reason of the two
  }

  @Test
  void twoDifferentWarningSignsWithinADayAreRedWhoeverSawThem() {
    ScoredReport headache = report("headache").onDay(0).raw("headache", 1).build();
    ScoredReport tremor = carer("tremor", 1).raw("tremor", 1).build();

    assertThat(clauses(headache)).containsExactly("headache");
    assertThat(clauses(tremor, headache)).containsExactly("tremor", "two-ambers");
    assertThat(clauses(headache, tremor)).containsExactly("headache", "two-ambers");
    assertThat(clauses(carer("later", 2).raw("tremor", 1).build(), headache))
        .containsExactly("tremor");
    assertThat(clauses(carer("again", 1).raw("headache", 1).build(), headache))
        .containsExactly("headache");
  }

  @Test
  void aWithdrawnReportCountsForNothing() {
    ScoredReport headache = report("headache").onDay(0).raw("headache", 1).build();
    ScoredReport tremor = carer("tremor", 0).raw("tremor", 1).build();
    PatientSeries withdrawn =
        new PatientSeries(List.of(headache, tremor), Set.of("headache-submission"));

    assertThat(clauses(Judgement.of(tremor, withdrawn, rules))).containsExactly("tremor");
  }

  private static TestReports carer(String id, int day) {
    return report(id).by("CARER", "carer-1").onDay(day);
  }

  private List<String> clauses(ScoredReport report, ScoredReport... others) {
    List<ScoredReport> all = Stream.concat(Stream.of(report), Stream.of(others)).toList();
    return clauses(Judgement.of(report, new PatientSeries(all, Set.of()), rules));
  }

  private static List<String> clauses(Judgement judgement) {
    return judgement.rings().values().stream()
        .flatMap(List::stream)
        .map(heard -> heard.finding().clauseId())
        .toList();
  }
}
