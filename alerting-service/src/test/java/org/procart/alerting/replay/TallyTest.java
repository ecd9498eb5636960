package org.procart.alerting.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.procart.alerting.history.TestReports.report;
import static org.procart.alerting.replay.TestReplay.hour;
import static org.procart.alerting.replay.TestReplay.warm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.replay.Difference.Example;
import org.procart.alerting.replay.Difference.OfRule;
import org.procart.alerting.replay.Truth.Event;
import org.procart.alerting.rule.Level;

/** Fever from 38.5 is tried where 38.0 is in force; every figure was counted by hand. */
class TallyTest {

  private static final ScoredReport WELL = warm("well", 0, 36.6).build();
  private static final ScoredReport LOW = warm("low", 24, 38.2).build();
  private static final ScoredReport HIGH = warm("high", 72, 39.0).build();
  private static final ScoredReport STILL = warm("still", 80, 39.0).build();
  private static final ScoredReport OTHER = warm("other", 48, 37.6).of("patient-2").build();

  @Test
  void loadIsCountedForEachOfTheTwo() {
    DryRunReport report = new TestReplay().report(WELL, LOW, HIGH, STILL, OTHER);

    // Patient 1: an alert at hour 24 (RED in force, AMBER as tried), a RED one at 72 that repeats.
    assertThat(report.compared().load())
        .isEqualTo(new Load(2, 1, 0, 3, 4, 0.8, 60.0, 60.0, 0.6, 0.6));
    assertThat(report.candidate().load())
        .isEqualTo(new Load(1, 2, 0, 3, 4, 0.8, 60.0, 60.0, 0.6, 0.6));
    assertThat(report.coverage().reports()).isEqualTo(5);
    assertThat(report.coverage().patients()).isEqualTo(2);
    // Days 0 to 3 of the one, and one day of the other.
    assertThat(report.coverage().patientDays()).isEqualTo(5);
  }

  @Test
  void loadIsCountedByRuleAndClause() {
    DryRunReport report = new TestReplay().report(WELL, LOW, HIGH, STILL, OTHER);

    RuleLoad fever = report.compared().rules().getFirst();
    assertThat(fever.ruleId()).isEqualTo(TestSets.FEVER);
    assertThat(fever.red()).isEqualTo(2);
    assertThat(fever.amber()).isEqualTo(1);
    assertThat(fever.soundings()).isEqualTo(3);
    assertThat(fever.reports()).isEqualTo(4);
    assertThat(fever.clauses())
        .containsExactly(
            new RuleLoad.ClauseLoad("high", Level.RED, 3),
            new RuleLoad.ClauseLoad("warm", Level.AMBER, 1));
    assertThat(report.compared().rules())
        .extracting(RuleLoad::ruleId)
        .containsExactly(TestSets.FEVER, TestSets.PAIN, "report-unreadable");
  }

  @Test
  void aThresholdThatOnlyLowersTheLevelIsSaidSo() {
    Difference difference = new TestReplay().report(WELL, LOW, HIGH).difference();

    assertThat(difference.added()).isEmpty();
    assertThat(difference.removed()).isEmpty();
    assertThat(difference.toAmber()).isEqualTo(1);
    assertThat(difference.toRed()).isZero();
  }

  @Test
  void whatRingsOnlyUnderOneIsNamed() {
    ScoredReport before = report("before").onDay(0).raw("pain", 0).build();
    ScoredReport worse = report("worse").onDay(1).raw("pain", 2).build();
    PatientWatch quiet = new TestReplay().outcome(before).candidate();
    PatientWatch rings = new TestReplay().outcome(before, worse).candidate();
    DifferenceTally tally = new DifferenceTally();

    tally.add(new PatientOutcome("patient-1", Set.of(), 2, rings, quiet));
    tally.add(new PatientOutcome("patient-1", Set.of(), 2, quiet, rings));

    Difference difference = tally.difference();
    Example example =
        new Example(
            "patient-1",
            "site-a",
            "RCPT-worse",
            worse.observedAt(),
            TestSets.PAIN,
            "rises",
            Level.AMBER,
            true);
    assertThat(difference.added()).containsExactly(new OfRule(TestSets.PAIN, 1, 1));
    assertThat(difference.addedFirst()).containsExactly(example);
    assertThat(difference.removed()).containsExactly(new OfRule(TestSets.PAIN, 1, 1));
    assertThat(difference.removedFirst()).containsExactly(example);
  }

  @Test
  void soundingsAreMeasuredAgainstWhatReallyWas() {
    Truth truth =
        new Truth(
            Map.of(
                // found 12 hours before, and 6 hours after; the second crs is missed
                "patient-1", List.of(new Event("crs", hour(84)), new Event("icans", hour(66))),
                "patient-2", List.of(new Event("crs", hour(240))),
                "patient-3", List.of(),
                "patient-of-another-site", List.of(new Event("crs", hour(0)))),
            Duration.ofHours(24),
            Duration.ofHours(48));
    ScoredReport well = warm("well-3", 0, 36.6).of("patient-3").build();

    DryRunReport report =
        new TestReplay().knowing(truth).report(WELL, LOW, HIGH, STILL, OTHER, well);

    Accuracy accuracy = accuracy(report.candidate());
    // Alerts that sounded: hours 24, 72 (patient 1) and 48 (patient 2); only the second is near.
    assertThat(accuracy.alerts()).isEqualTo(3);
    assertThat(accuracy.nearEvent()).isEqualTo(1);
    assertThat(accuracy.ppv()).isCloseTo(1 / 3.0, within(0.0001));
    Accuracy.OfEvent crs = accuracy.byEvent().getFirst();
    assertThat(crs.event()).isEqualTo("crs");
    assertThat(crs.events()).isEqualTo(2);
    assertThat(crs.found()).isEqualTo(1);
    assertThat(crs.ringingAlready()).isZero();
    assertThat(crs.sensitivity()).isEqualTo(0.5);
    assertThat(crs.lead()).isEqualTo(new Quartiles(11.9833, 11.9833, 11.9833));
    Accuracy.OfEvent icans = accuracy.byEvent().getLast();
    assertThat(icans.found()).isEqualTo(1);
    assertThat(icans.lead()).isEqualTo(new Quartiles(-6.0167, -6.0167, -6.0167));
    assertThat(report.coverage().truth()).isEqualTo(new Coverage.OfTruth(4, 1, 3, 0, 24, 48));
  }

  @Test
  void anAlertThatOnlyOneSetRaisesFindsTheEventOnlyThere() {
    ScoredReport mild = warm("mild", 24, 38.2).build();
    Truth truth =
        new Truth(
            Map.of("patient-1", List.of(new Event("crs", hour(600)), new Event("crs", hour(24)))),
            Duration.ofHours(24),
            Duration.ofHours(48));

    Accuracy accuracy = accuracy(new TestReplay().knowing(truth).report(mild).compared());

    assertThat(accuracy.byEvent().getFirst().sensitivity()).isEqualTo(0.5);
    assertThat(accuracy.ppv()).isEqualTo(1.0);
  }

  @Test
  void anEventWhileAnAlertGoesOnRingingIsNotFoundAndSaidSo() {
    ScoredReport first = warm("first", 0, 39.0).build();
    ScoredReport day = warm("day", 20, 39.0).build();
    ScoredReport night = warm("night", 40, 39.0).build();
    Truth truth =
        new Truth(
            Map.of("patient-1", List.of(new Event("icans", hour(41)))),
            Duration.ofHours(24),
            Duration.ofHours(48));

    Accuracy.OfEvent icans =
        accuracy(new TestReplay().knowing(truth).report(first, day, night).candidate())
            .byEvent()
            .getFirst();

    assertThat(icans.found()).isZero();
    assertThat(icans.ringingAlready()).isEqualTo(1);
  }

  @Test
  void anEventOutsideThePeriodDoesNotCount() {
    Truth truth =
        new Truth(
            Map.of("patient-1", List.of(new Event("crs", hour(24 * 40)))),
            Duration.ofHours(24),
            Duration.ofHours(48));

    DryRunReport report = new TestReplay().knowing(truth).report(LOW);

    assertThat(report.coverage().truth()).isEqualTo(new Coverage.OfTruth(1, 0, 0, 1, 24, 48));
    assertThat(accuracy(report.candidate()).byEvent().getFirst().sensitivity()).isNull();
  }

  @Test
  void quartilesLieBetweenTheValues() {
    assertThat(Quartiles.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Quartiles(1.75, 2.5, 3.25));
    assertThat(Quartiles.of(List.of())).isNull();
  }

  private static Accuracy accuracy(VersionResult result) {
    assertThat(result.accuracy()).isNotNull();
    return Objects.requireNonNull(result.accuracy());
  }
}
