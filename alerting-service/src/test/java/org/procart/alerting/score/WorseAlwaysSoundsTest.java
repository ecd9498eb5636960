package org.procart.alerting.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.history.TestReports.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.ChangeKind;
import org.procart.alerting.alert.Ring;
import org.procart.alerting.history.PatientSeries;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.TestRules;

/** An open RED must not hide that something else, or the same, becomes worse. */
class WorseAlwaysSoundsTest {

  private final RuleSet rules = TestRules.defaultSet();
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  @ParameterizedTest(name = "{0} {1} under a fever, then {2}: {3}")
  @CsvSource({
    "systolic, 98, 70, WORSENED",
    "systolic, 98, 90, WORSENED",
    "systolic, 88, 60, WORSENED",
    "systolic, 88, 86, REPEATED",
    "systolic, 88, 95, REPEATED",
    "systolic, 120, 98, WORSENED",
    "pulse, 115, 38, WORSENED",
    "pulse, 135, 35, WORSENED",
    "pulse, 135, 160, WORSENED",
    "pulse, 135, 138, REPEATED",
    "pulse, 38, 30, WORSENED",
    "spo2, 95, 93, WORSENED",
    "spo2, 92, 88, WORSENED",
    "spo2, 92, 94, REPEATED",
    "breathless, 1, 2, WORSENED",
    "confusion, 0, 1, WORSENED",
    "confusion, 1, 1, REPEATED",
    "ice-at-most, 8, 5, WORSENED",
    "ice-at-most, 8, 9, REPEATED",
  })
  void aSignThatGetsWorse(String scale, double first, double then, ChangeKind expected) {
    ScoredReport before =
        report("before").onDay(0).raw("cart-temperature", 38.5).raw(scale, first).build();
    ScoredReport after =
        report("after").onDay(1).raw("cart-temperature", 38.5).raw(scale, then).build();

    assertThat(heardAfter(before, after)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, then {1}: {2}")
  @CsvSource({"38.0, 40.5, WORSENED", "38.0, 38.5, WORSENED", "38.0, 38.3, REPEATED"})
  void aFeverThatRises(double first, double then, ChangeKind expected) {
    ScoredReport before = report("before").onDay(0).raw("cart-temperature", first).build();
    ScoredReport after = report("after").onDay(1).raw("cart-temperature", then).build();

    assertThat(heardAfter(before, after)).isEqualTo(expected);
  }

  private ChangeKind heardAfter(ScoredReport before, ScoredReport after) {
    Alert.Live open = (Alert.Live) Alert.raise(ring(before, before), NOW).after();
    return open.hear(ring(after, before, after), NOW).kind();
  }

  private Ring ring(ScoredReport report, ScoredReport... all) {
    PatientSeries series = new PatientSeries(List.of(all), Set.of());
    Judgement judgement = Judgement.of(report, series, rules);
    return new Rings(report, "site-a", rules, Duration.ofHours(72)).of(judgement).getFirst();
  }
}
