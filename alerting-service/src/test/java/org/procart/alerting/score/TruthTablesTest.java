package org.procart.alerting.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.history.TestReports.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.history.TestReports;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.TestRules;

/** The published tables, as alerts, in every order of the reports and with each of them twice. */
class TruthTablesTest {

  private static final String PAIN = "proctcae-48b-sev";
  private static final String SYMPTOMS = "pro-ctcae-symptoms";
  private static final String HOME = "home-watch";

  private final RuleSet rules = TestRules.defaultSet();

  @ParameterizedTest(name = "previous {0}, now {1}: {2} {3}")
  @CsvFileSource(resources = "/vectors/alert_rule_ge3_or_plus2.csv", numLinesToSkip = 1)
  void severeOrWorseByTwo(
      @Nullable Double previous, double current, String alert, @Nullable String reason) {
    ScoredReport now =
        report("now").onDay(7).raw(PAIN, current).composite("proctcae-48", 1).build();
    Stream<ScoredReport> before =
        previous == null
            ? Stream.of()
            : Stream.of(report("before").onDay(0).raw(PAIN, previous).build());

    for (List<ScoredReport> order : Orders.every(Stream.concat(before, Stream.of(now)).toList())) {
      Ward ward = twice(order);
      assertThat(ward.rung().stream().filter(one -> one.scoreId().equals("now")))
          .extracting(Ward.Rung::clause)
          .isEqualTo(expected(alert, reason));
      assertLevel(ward, SYMPTOMS, rangEver(previous, alert) ? Level.AMBER : null);
    }
  }

  private static List<String> expected(String alert, @Nullable String reason) {
    if (!"yes".equals(alert) || reason == null) {
      return List.of();
    }
    return List.of(reason.startsWith("absolute") ? "raw-3" : "raw-plus-2");
  }

  private static boolean rangEver(@Nullable Double previous, String alert) {
    return "yes".equals(alert) || (previous != null && previous >= 3);
  }

  /** Any grade of neurotoxicity by the score alone is RED, whatever the score was before. */
  @ParameterizedTest(name = "ICE {0}: grade {1}")
  @CsvFileSource(resources = "/vectors/ice_to_icans_grade.csv", numLinesToSkip = 1)
  void anIceScoreThatIsAGradeIsRed(double score, int grade) {
    ScoredReport own = baseline(10).onDay(-1).dayAfterInfusion(-1).build();
    ScoredReport now = ice("now", score).onDay(2).infusedOn(0).build();

    for (List<ScoredReport> order : Orders.every(List.of(own, now))) {
      assertLevel(twice(order), HOME, grade > 0 ? Level.RED : null);
    }
    assertLevel(twice(List.of(now)), HOME, grade > 0 ? Level.RED : null);
  }

  /** No lower than before the infusion is no grade of the treatment, whatever the table says. */
  @ParameterizedTest(name = "ICE {0} before and after")
  @CsvFileSource(resources = "/vectors/ice_to_icans_grade.csv", numLinesToSkip = 1)
  void anIceScoreAsBeforeTheInfusionIsSilentAndOneBelowIsRed(double score, int grade) {
    ScoredReport own = baseline(score).onDay(-1).dayAfterInfusion(-1).build();
    ScoredReport same = ice("same", score).onDay(2).infusedOn(0).build();
    ScoredReport lower = ice("lower", score - 1).onDay(3).infusedOn(0).build();

    assertLevel(twice(List.of(own, same)), HOME, null);
    for (List<ScoredReport> order : Orders.every(List.of(own, same, lower))) {
      assertLevel(twice(order), HOME, Level.RED);
    }
  }

  /**
   * What the table grades from the hospital's findings, as far as home devices show it. Grade 0
   * with a medicine that may hide a fever is a warning.
   */
  @ParameterizedTest(name = "{0} °C, {1}, {2}, medicine {3}: grade {4}")
  @CsvFileSource(resources = "/vectors/crs_grade_cases.csv", numLinesToSkip = 1)
  void aCytokineReleaseSyndromeOfAnyGradeIsRed(
      double temperature, String hypotension, String hypoxia, String medicine, int grade) {
    TestReports now = report("now").onDay(2).infusedOn(0).raw("cart-temperature", temperature);
    now.raw("systolic", hypotension.equals("none") ? 120 : 90);
    now.raw("spo2", hypoxia.equals("none") ? 97 : 93);
    now.raw("antipyretic-6h", medicine.equals("yes") ? 1 : 0);
    ScoredReport well = report("well").onDay(1).infusedOn(0).raw("cart-temperature", 36.8).build();

    for (List<ScoredReport> order : Orders.every(List.of(well, now.build()))) {
      Level otherwise = medicine.equals("yes") ? Level.AMBER : null;
      assertLevel(twice(order), HOME, grade > 0 ? Level.RED : otherwise);
    }
  }

  private static TestReports baseline(double score) {
    return ice("own", score).instrument("https://procart.org/fhir/Questionnaire/cart-ice-baseline");
  }

  private static TestReports ice(String id, double score) {
    return report(id).by("CARER", "carer-1").raw("ice-at-most", score);
  }

  private Ward twice(List<ScoredReport> order) {
    Ward ward = new Ward(rules);
    for (ScoredReport report : order) {
      ward.dieOver(report, 1);
      ward.receive(report);
    }
    order.forEach(ward::receive);
    return ward;
  }

  /** Sounded once, and alone. */
  private static void assertLevel(Ward ward, String rule, @Nullable Level level) {
    Set<String> rang = new TreeSet<>(ward.alerts().keySet());
    assertThat(rang).isEqualTo(level == null ? Set.of() : Set.of(rule));
    assertThat(ward.alerts().values().stream().map(TruthTablesTest::sounded))
        .allMatch(sounded -> sounded == level);
  }

  private static @Nullable Level sounded(Alert.Live alert) {
    return alert.episode().pageable() ? alert.episode().level() : null;
  }
}
