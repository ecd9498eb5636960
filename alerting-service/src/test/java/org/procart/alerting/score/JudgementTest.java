package org.procart.alerting.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.history.TestReports.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.procart.alerting.history.PatientSeries;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.rule.Finding;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.RuleSetReader;
import org.procart.alerting.rule.TestRules;

class JudgementTest {

  private static final String PAIN = "proctcae-48b-sev";
  private final RuleSet rules = TestRules.defaultSet();

  @ParameterizedTest(name = "previous {0}, now {1}: {2}")
  @CsvFileSource(resources = "/vectors/alert_rule_ge3_or_plus2.csv", numLinesToSkip = 1)
  void theTableHoldsForReportsInEitherOrder(
      @Nullable Double previous, double current, String alert, @Nullable String reason) {
    ScoredReport now = report("now").onDay(7).raw(PAIN, current).build();
    List<ScoredReport> reports = new ArrayList<>(List.of(now));
    if (previous != null) {
      reports.add(report("before").onDay(0).raw(PAIN, previous).build());
    }
    boolean expected = "yes".equals(alert);

    assertThat(rungIn("now", reports)).isEqualTo(expected);
    // Backwards, what already rang without its previous stays rung.
    assertThat(rungIn("now", reports.reversed())).isEqualTo(expected);
  }

  @Test
  void aLateReportRingsInTheOneItMakesWorse() {
    ScoredReport first = report("first").onDay(0).raw(PAIN, 2).build();
    ScoredReport third = report("third").onDay(14).raw(PAIN, 2).build();
    ScoredReport late = report("late").onDay(7).raw(PAIN, 0).build();

    Judgement judgement = Judgement.of(late, series(first, third, late), rules);

    assertThat(judgement.rings().values().stream().flatMap(List::stream))
        .singleElement()
        .satisfies(
            heard -> {
              assertThat(heard.report()).isEqualTo(third);
              assertThat(heard.finding().clauseId()).isEqualTo("raw-plus-2");
              assertThat(heard.finding().previous()).isZero();
            });
  }

  @Test
  void aLateReportThatTakesAwayTheReasonSaysSo() {
    ScoredReport first = report("first").onDay(0).raw(PAIN, 0).build();
    ScoredReport third = report("third").onDay(14).raw(PAIN, 2).build();
    ScoredReport late = report("late").onDay(7).raw(PAIN, 1).build();

    Judgement judgement = Judgement.of(late, series(first, third, late), rules);

    assertThat(judgement.rings()).isEmpty();
    assertThat(judgement.silenced())
        .containsExactly(new Judgement.Silenced("third-submission", "pro-ctcae-symptoms"));
  }

  @Test
  void whatRangBeforeALateReportDoesNotRingAgainBecauseOfIt() {
    ScoredReport severe = report("severe").onDay(7).raw(PAIN, 4).build();
    ScoredReport late = report("late").onDay(0).raw(PAIN, 1).build();

    assertThat(Judgement.of(late, series(severe, late), rules).rings()).isEmpty();
  }

  @Test
  void enteredInErrorRingsNothingAndGivesBackTheEarlierPrevious() {
    ScoredReport zero = report("zero").onDay(0).raw(PAIN, 0).build();
    ScoredReport wrong = report("wrong").onDay(7).raw(PAIN, 2).build();
    ScoredReport now = report("now").onDay(14).raw(PAIN, 2).build();
    ScoredReport error =
        report("error").status("entered-in-error").replacing("wrong").onDay(7).raw(PAIN, 4).build();
    PatientSeries series =
        new PatientSeries(List.of(zero, wrong, now, error), Set.of("wrong-submission"));

    Judgement judgement = Judgement.of(error, series, rules);

    assertThat(judgement.rings().values().stream().flatMap(List::stream))
        .singleElement()
        .satisfies(heard -> assertThat(heard.report()).isEqualTo(now));
  }

  @Test
  void aConflictingReportMayRingButNothingIsMeasuredAgainstIt() {
    ScoredReport conflicting =
        report("conflicting").completeness("CONFLICTING").onDay(0).raw(PAIN, 4).build();
    ScoredReport now = report("now").onDay(7).raw(PAIN, 2).build();

    assertThat(Judgement.of(conflicting, series(conflicting), rules).rings()).hasSize(1);
    assertThat(Judgement.of(now, series(conflicting, now), rules).rings()).isEmpty();
  }

  @Test
  void aSevereAnswerWithoutCompositeIsNamedSo() {
    ScoredReport incomplete = report("incomplete").raw(PAIN, 3).missing("proctcae-48").build();
    ScoredReport graded = report("graded").raw(PAIN, 3).composite("proctcae-48", 1).build();

    assertThat(clauses(incomplete)).containsExactly("raw-3-ungraded");
    assertThat(clauses(graded)).containsExactly("raw-3");
  }

  @Test
  void anUnreadableReportRingsItsOwnRule() {
    ScoredReport unreadable =
        report("unreadable").completeness("UNREADABLE").dayAfterInfusion(31).build();

    assertThat(clauses(unreadable)).containsExactly("unreadable-late");
  }

  @Test
  void everyOrderRingsAtLeastWhatTheOrderOfObservationRings() {
    List<ScoredReport> reports =
        List.of(
            report("a").onDay(0).raw(PAIN, 0).build(),
            report("b").onDay(7).raw(PAIN, 2).build(),
            report("c").onDay(14).raw(PAIN, 2).build(),
            report("d").onDay(21).raw(PAIN, 4).build());
    Set<String> inOrder = rung(reports);

    for (List<ScoredReport> order : permutations(reports)) {
      assertThat(rung(order)).containsAll(inOrder);
    }
    assertThat(inOrder).containsExactly("b", "d");
  }

  @Test
  void whatStillRingsAfterALateReportIsNotTakenBack() {
    ScoredReport first = report("first").onDay(0).raw(PAIN, 0).build();
    ScoredReport third = report("third").onDay(14).raw(PAIN, 2).raw("headache", 1).build();
    ScoredReport late = report("late").onDay(7).raw(PAIN, 0).build();

    assertThat(Judgement.of(late, series(first, third, late), rules).silenced()).isEmpty();
  }

  @Test
  void aSignOfAnotherRuleIsNoSecondWarningSign() {
    ScoredReport both = report("both").atHour(6).raw(PAIN, 3).raw("headache", 1).build();
    ScoredReport pain = report("pain").atHour(0).raw(PAIN, 3).build();
    ScoredReport headache = report("headache").atHour(6).raw("headache", 1).build();

    assertThat(clauses(both)).containsExactly("raw-3-ungraded", "headache");
    assertThat(clauses(headache, pain)).containsExactly("headache");
  }

  @Test
  void aRedSignIsNoWarningSignThatMakesAnotherRed() {
    ScoredReport fever = report("fever").atHour(0).raw("cart-temperature", 38.5).build();
    ScoredReport headache = report("headache").atHour(6).raw("headache", 1).build();

    assertThat(clauses(headache, fever)).containsExactly("headache");
    assertThat(clauses(report("both").raw("cart-temperature", 39).raw("headache", 1).build()))
        .containsExactlyInAnyOrder("fever", "headache");
  }

  @Test
  void moreWarningSignsAtOnceAreWorse() {
    ScoredReport two = report("two").atHour(0).raw("headache", 1).raw("tremor", 1).build();
    ScoredReport third = report("third").atHour(6).raw("dizziness", 1).build();

    assertThat(together(two)).isEqualTo(2.0);
    assertThat(together(third, two)).isEqualTo(3.0);
  }

  @Test
  void aLateReportThatMakesAnAmberRedRings() {
    RuleSet risesAreRed =
        RuleSetReader.read(
            "rises",
            new StringReader(
                """
                id: rises
                version: 1.0.0
                title: Rises are red
                status: test
                rules:
                  - id: pain
                    title: Pain
                    subject: scale
                    citation: none
                    clauses:
                      - {id: some, level: AMBER, scales: [pain], when: value >= 1.0, wording: Pain.}
                      - {id: rises, level: RED, scales: [pain], when: hasPrevious && rise >= 2.0, wording: Rises.}
                    examples:
                      - {given: {scale: pain, value: 1}, expect: AMBER/some}
                  - id: report-unreadable
                    title: Unreadable
                    subject: report
                    citation: none
                    clauses:
                      - {id: any, level: RED, when: completeness == "UNREADABLE", wording: Unreadable.}
                    examples:
                      - {given: {completeness: UNREADABLE}, expect: RED/any}
                """));
    ScoredReport now = report("now").onDay(7).raw("pain", 3).build();
    ScoredReport late = report("late").onDay(0).raw("pain", 0).build();

    Judgement judgement = Judgement.of(late, series(now, late), risesAreRed);

    assertThat(judgement.rings().values().stream().flatMap(List::stream))
        .singleElement()
        .satisfies(
            heard -> {
              assertThat(heard.report()).isEqualTo(now);
              assertThat(heard.finding().clauseId()).isEqualTo("rises");
            });
    // And the amber that it was is no reason of its own any more.
    assertThat(judgement.silenced())
        .containsExactly(new Judgement.Silenced("now-submission", "pain"));
  }

  private double together(ScoredReport report, ScoredReport... others) {
    return findings(report, others).stream()
        .filter(finding -> finding.clauseId().equals("two-ambers"))
        .map(Finding::value)
        .map(Objects::requireNonNull)
        .findFirst()
        .orElse(0.0);
  }

  private List<String> clauses(ScoredReport report, ScoredReport... others) {
    return findings(report, others).stream().map(Finding::clauseId).toList();
  }

  private List<Finding> findings(ScoredReport report, ScoredReport... others) {
    List<ScoredReport> all = new ArrayList<>(List.of(others));
    all.add(report);
    return Judgement.of(report, new PatientSeries(all, Set.of()), rules).rings().values().stream()
        .flatMap(List::stream)
        .map(Judgement.Heard::finding)
        .toList();
  }

  private boolean rungIn(String scoreId, List<ScoredReport> arrivals) {
    return rung(arrivals).contains(scoreId);
  }

  /** Reports in which anything rang, when they arrive one after the other. */
  private Set<String> rung(List<ScoredReport> arrivals) {
    List<ScoredReport> known = new ArrayList<>();
    Set<String> superseded = new HashSet<>();
    Set<String> rung = new TreeSet<>();
    for (ScoredReport arrival : arrivals) {
      known.add(arrival);
      Judgement.of(arrival, new PatientSeries(known, superseded), rules).rings().values().stream()
          .flatMap(List::stream)
          .forEach(heard -> rung.add(heard.report().scoreId()));
    }
    return rung;
  }

  private static List<List<ScoredReport>> permutations(List<ScoredReport> reports) {
    if (reports.isEmpty()) {
      return List.of(List.of());
    }
    List<List<ScoredReport>> all = new ArrayList<>();
    for (ScoredReport first : reports) {
      List<ScoredReport> others = reports.stream().filter(other -> other != first).toList();
      for (List<ScoredReport> rest : permutations(others)) {
        List<ScoredReport> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        all.add(order);
      }
    }
    return all;
  }

  private static PatientSeries series(ScoredReport... reports) {
    return new PatientSeries(List.of(reports), Set.of());
  }
}
