package org.procart.alerting.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.history.TestReports.report;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.Peak;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.history.TestReports;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.TestRules;

/**
 * What does depend on the order in which reports come, and why. All of it errs towards ringing:
 * what rang is never taken back, because a person may already be on the way.
 */
class NotInEveryOrderTest {

  private static final String PAIN = "proctcae-48b-sev";
  private static final String SYMPTOMS = "pro-ctcae-symptoms";
  private static final String HOME = "home-watch";

  private final RuleSet rules = TestRules.defaultSet();

  @Test
  void whatRangBeforeItsBaselineWasKnownStaysRung() {
    ScoredReport baseline =
        nurse("baseline")
            .onDay(-1)
            .instrument("https://procart.org/fhir/Questionnaire/cart-ice-baseline")
            .dayAfterInfusion(-1)
            .raw("ice-at-most", 8)
            .build();
    ScoredReport same = carer("same").onDay(1).infusedOn(0).raw("ice-at-most", 8).build();

    // Nobody could know that 8 is this patient's own best.
    assertThat(level(HOME, same, baseline)).isEqualTo(Level.RED);
    assertThat(receiving(baseline, same).alerts()).isEmpty();
  }

  @Test
  void aReasonThatALateReportTakesAwayStaysRung() {
    ScoredReport none = report("none").onDay(0).raw(PAIN, 0).build();
    ScoredReport late = report("late").onDay(1).raw(PAIN, 1).build();
    ScoredReport moderate = report("moderate").onDay(2).raw(PAIN, 2).build();

    assertThat(clauses(SYMPTOMS, none, moderate, late)).containsExactly("raw-plus-2");
    assertThat(receiving(none, late, moderate).alerts()).isEmpty();
  }

  @Test
  void whatFollowedFromAWrongReportStaysWhereItRangBeforeItWasCorrected() {
    ScoredReport wrong = report("wrong").atHour(0).raw("headache", 1).build();
    ScoredReport right = report("right").atHour(0).replacing("wrong").raw("headache", 0).build();
    ScoredReport tremor = report("tremor").atHour(6).raw("tremor", 1).build();

    assertThat(level(HOME, wrong, tremor, right)).isEqualTo(Level.RED);
    assertThat(level(HOME, wrong, right, tremor)).isEqualTo(Level.AMBER);
    // A report that was replaced before it came rings all the same: it said so when it was sent.
    assertThat(clauses(HOME, right, wrong)).containsExactly("headache");
  }

  @Test
  void twoWarningSignsTogetherAreToldByTheReportThatCameSecond() {
    ScoredReport headache = report("headache").atHour(0).raw("headache", 1).build();
    ScoredReport tremor = carer("tremor").atHour(6).raw("tremor", 1).build();

    assertThat(told("two-ambers", headache, tremor)).containsExactly("tremor");
    assertThat(told("two-ambers", tremor, headache)).containsExactly("headache");
    assertThat(level(HOME, headache, tremor)).isEqualTo(level(HOME, tremor, headache));
  }

  @Test
  void aReportThatIsRedByItselfDoesNotTellWhatItIsTogetherWithOthers() {
    ScoredReport fever =
        report("fever").atHour(0).raw("cart-temperature", 39).raw("headache", 1).build();
    ScoredReport tremor = carer("tremor").atHour(6).raw("tremor", 1).build();

    assertThat(told("two-ambers", fever, tremor)).containsExactly("tremor");
    assertThat(told("two-ambers", tremor, fever)).isEmpty();
    assertThat(level(HOME, tremor, fever)).isEqualTo(Level.RED);
  }

  @Test
  void thatTwoReportersDifferIsToldByTheCalmerOneWhereItCameSecond() {
    ScoredReport confused = carer("confused").atHour(0).raw("confusion", 1).build();
    ScoredReport clear = report("clear").atHour(1).raw("confusion", 0).build();

    assertThat(told("reporters-differ", confused, clear)).containsExactly("clear");
    assertThat(told("reporters-differ", clear, confused)).isEmpty();
    assertThat(sounded(HOME, clear, confused)).isEqualTo(sounded(HOME, confused, clear));
  }

  @Test
  void aSlowlyRisingFeverSoundsAtOtherValuesAndNeverLagsByAWholeStep() {
    ScoredReport first = report("first").atHour(0).raw("cart-temperature", 38.0).build();
    ScoredReport second = report("second").atHour(1).raw("cart-temperature", 38.3).build();
    ScoredReport third = report("third").atHour(2).raw("cart-temperature", 38.6).build();

    assertThat(sounded(HOME, first, second, third)).containsExactly(38.6);
    assertThat(sounded(HOME, second, first, third)).containsExactly(38.3);
  }

  @Test
  void whatIsReceivedDaysLaterIsListedWhereItWouldHaveSoundedInTime() {
    TestReports fever = report("fever").onDay(0).raw("cart-temperature", 39);
    ScoredReport inTime = fever.receivedAfter(Duration.ofHours(72)).build();
    ScoredReport late = fever.receivedAfter(Duration.ofHours(72).plusMillis(1)).build();

    assertThat(alert(HOME, inTime).episode().pageable()).isTrue();
    assertThat(alert(HOME, late).episode().pageable()).isFalse();
    assertThat(alert(HOME, late).episode().level()).isEqualTo(Level.RED);
  }

  private static TestReports nurse(String id) {
    return report(id).by("STAFF", null);
  }

  private static TestReports carer(String id) {
    return report(id).by("CARER", "carer-1");
  }

  private Ward receiving(ScoredReport... order) {
    return Ward.receiving(rules, List.of(order));
  }

  private Alert.Live alert(String rule, ScoredReport... order) {
    Alert.Live alert = receiving(order).alerts().get(rule);
    assertThat(alert).as("alert of %s", rule).isNotNull();
    return alert;
  }

  private Level level(String rule, ScoredReport... order) {
    return alert(rule, order).episode().level();
  }

  private Set<String> clauses(String rule, ScoredReport... order) {
    return receiving(order).rung().stream()
        .filter(one -> one.rule().equals(rule))
        .map(Ward.Rung::clause)
        .collect(Collectors.toSet());
  }

  /** Reports that say so. */
  private List<String> told(String clause, ScoredReport... order) {
    return receiving(order).rung().stream()
        .filter(one -> one.clause().equals(clause))
        .map(Ward.Rung::scoreId)
        .toList();
  }

  /** The values that were sounded last. */
  private List<Double> sounded(String rule, ScoredReport... order) {
    return alert(rule, order).episode().paging().picture().peaks().stream()
        .map(Peak::value)
        .toList();
  }
}
