package org.procart.alerting.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.history.TestReports.DAY_ZERO;
import static org.procart.alerting.history.TestReports.report;
import static org.procart.alerting.replay.TestReplay.hour;
import static org.procart.alerting.replay.TestReplay.warm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.patient.EnrolledPatients.Enrolled;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.RuleSets;

class ReplayTest {

  @Test
  void anAlertIsOverADayAfterItsLastRing() {
    PatientWatch watch =
        new TestReplay()
            .outcome(
                warm("first", 0, 38.6).build(),
                warm("repeats", 20, 38.6).build(),
                warm("still", 43, 38.6).build(),
                warm("again", 67, 38.6).build())
            .candidate();

    assertThat(watch.alerts()).hasSize(2);
    assertThat(watch.alerts().get(0).soundings()).containsExactly(hour(0).plusSeconds(60));
    assertThat(watch.alerts().get(1).soundings()).containsExactly(hour(67).plusSeconds(60));
  }

  @Test
  void worseSoundsAgainAndRaisesTheLevel() {
    PatientWatch watch =
        new TestReplay()
            .outcome(warm("warm", 0, 37.6).build(), warm("fever", 8, 38.7).build())
            .candidate();

    assertThat(watch.alerts())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.level()).isEqualTo(Level.RED);
              assertThat(alert.soundings()).hasSize(2);
            });
  }

  @Test
  void aLateReportIsJudgedAgainstWhatWasKnownThen() {
    ScoredReport first = report("first").onDay(0).raw("pain", 2).build();
    ScoredReport third = report("third").onDay(14).raw("pain", 2).build();
    ScoredReport late =
        report("late").onDay(7).receivedAfter(Duration.ofDays(8)).raw("pain", 0).build();

    PatientWatch watch = new TestReplay().outcome(late, third, first).candidate();

    assertThat(watch.rung().keySet())
        .containsExactly(new Rung.Place("third-submission", TestSets.PAIN));
    assertThat(watch.alerts())
        .singleElement()
        .satisfies(
            alert ->
                assertThat(alert.soundings()).containsExactly(DAY_ZERO.plus(Duration.ofDays(15))));
  }

  @Test
  void whenAReportCameMayBeSaid() {
    ScoredReport sentInBulk = warm("bulk", 0, 38.6).receivedAfter(Duration.ofDays(20)).build();

    PatientWatch asReceived = new TestReplay().outcome(sentInBulk).candidate();
    PatientWatch asSaid = new TestReplay().arriving("bulk", 2).outcome(sentInBulk).candidate();

    // Observed more than 72 hours before: listed, and nobody is paged.
    assertThat(asReceived.alerts().getFirst().soundings()).isEmpty();
    assertThat(asSaid.alerts().getFirst().soundings()).containsExactly(hour(2));
  }

  @Test
  void whatCameBeforeThePeriodIsKnownAndNotJudged() {
    ScoredReport before = report("before").onDay(-2).raw("pain", 0).build();
    ScoredReport now = report("now").onDay(1).raw("pain", 2).build();
    ScoredReport fever = warm("fever", -48, 39).build();

    PatientOutcome outcome = new TestReplay().from(0).outcome(before, fever, now);

    assertThat(outcome.reports()).containsExactly("now-submission");
    assertThat(outcome.days()).isEqualTo(1);
    assertThat(outcome.candidate().rung().keySet())
        .containsExactly(new Rung.Place("now-submission", TestSets.PAIN));
  }

  @Test
  void whatWasEnteredInErrorIsMeasuredAgainstUntilThatIsKnown() {
    ScoredReport wrong = report("wrong").onDay(0).raw("pain", 0).build();
    ScoredReport now = report("now").onDay(1).raw("pain", 2).build();
    ScoredReport error =
        report("error")
            .onDay(0)
            .receivedAfter(Duration.ofDays(2))
            .status("entered-in-error")
            .replacing("wrong")
            .raw("pain", 0)
            .build();
    ScoredReport later = report("later").onDay(3).raw("pain", 3).build();

    PatientWatch watch = new TestReplay().outcome(wrong, now, error, later).candidate();

    assertThat(watch.rung().keySet())
        .containsExactly(new Rung.Place("now-submission", TestSets.PAIN));
  }

  @Test
  void aReportOfAnotherSiteIsKnownAndNotCounted() {
    ScoredReport elsewhere = warm("elsewhere", 0, 39).build();
    Contest contest =
        Contest.of(
            TestSets.feverFrom(38.5), "site-b", new RuleSets(TestSets.feverFrom(38.0), List.of()));
    Terms terms =
        new Terms(
            new Period(hour(-1), hour(10)), Duration.ofHours(24), Duration.ofHours(72), Map.of());

    PatientOutcome outcome =
        new Replay(contest, terms).of(new Enrolled("patient-1", "site-b"), List.of(elsewhere));

    assertThat(outcome.reports()).isEmpty();
    assertThat(outcome.candidate().alerts()).isEmpty();
  }
}
