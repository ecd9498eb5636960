package org.procart.alerting.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.history.TestReports.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientSeriesTest {

  private static final String PAIN = "proctcae-48b-sev";

  private final ScoredReport now = report("now").onDay(10).raw(PAIN, 2).build();

  @Test
  void previousIsTheLatestEarlierObservationInWhateverOrderReportsCame() {
    ScoredReport older = report("older").onDay(1).raw(PAIN, 3).build();
    ScoredReport newer =
        report("newer").onDay(7).receivedAfter(Duration.ofDays(2)).raw(PAIN, 1).build();
    ScoredReport later = report("later").onDay(11).raw(PAIN, 4).build();

    assertThat(series(later, newer, now, older).previous(now).get(PAIN)).isEqualTo(1.0);
  }

  @Test
  void aReportThatLeavesTheScaleOutIsPassedOver() {
    ScoredReport older = report("older").onDay(1).raw(PAIN, 3).build();
    ScoredReport without = report("without").onDay(7).raw("proctcae-01a-sev", 1).build();

    assertThat(series(older, without, now).previous(now).get(PAIN)).isEqualTo(3.0);
  }

  @Test
  void anotherReporterIsAnotherSeries() {
    ScoredReport carer = report("carer").by("CARER", "carer-1").onDay(9).raw(PAIN, 0).build();
    ScoredReport other = report("other").by("CARER", "carer-2").onDay(10).raw(PAIN, 2).build();

    assertThat(series(carer, now).previous(now).get(PAIN)).isNull();
    assertThat(series(carer, other).previous(other).get(PAIN)).isNull();
  }

  @Test
  void thePatientIsOneSeriesByWhicheverRoad() {
    ScoredReport own = report("own").by("PATIENT", "patient-1").onDay(9).raw(PAIN, 0).build();

    assertThat(series(own, now).previous(now).get(PAIN)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONFLICTING", "SALVAGED", "UNREADABLE", "UNKNOWN"})
  void onlyWholeReportsArePrevious(String completeness) {
    ScoredReport doubtful =
        report("doubtful").completeness(completeness).onDay(9).raw(PAIN, 0).build();

    assertThat(series(doubtful, now).previous(now).get(PAIN)).isNull();
  }

  @Test
  void aPartialReportIsPrevious() {
    ScoredReport partial = report("partial").completeness("PARTIAL").onDay(9).raw(PAIN, 0).build();

    assertThat(series(partial, now).previous(now).get(PAIN)).isZero();
  }

  @Test
  void aReplacedReportIsNotPreviousAndNeitherIsOneEnteredInError() {
    ScoredReport first = report("first").onDay(8).raw(PAIN, 0).build();
    ScoredReport error =
        report("error").status("entered-in-error").replacing("first").onDay(8).raw(PAIN, 0).build();
    PatientSeries series =
        new PatientSeries(List.of(first, error, now), Set.of("first-submission"));

    assertThat(series.previous(now).get(PAIN)).isNull();
  }

  @Test
  void aSecondScoreOfTheSameReportIsNotItsPrevious() {
    ScoredReport again = report("now").onDay(9).raw(PAIN, 0).build();

    assertThat(series(again, now).previous(now).get(PAIN)).isNull();
  }

  @Test
  void aLateReportTouchesLaterOnesOfItsReporterOnly() {
    ScoredReport late = report("late").onDay(5).raw(PAIN, 2).build();
    ScoredReport before = report("before").onDay(1).raw(PAIN, 0).build();
    ScoredReport carer = report("carer").by("CARER", "c").onDay(9).raw(PAIN, 0).build();

    assertThat(series(before, late, carer, now).touchedBy(late)).containsExactly(now);
  }

  @Test
  void aCorrectionTouchesWhatWasMeasuredAgainstTheReplacedReport() {
    ScoredReport first = report("first").onDay(8).raw(PAIN, 0).build();
    ScoredReport corrected = report("second").replacing("first").onDay(12).raw(PAIN, 1).build();

    PatientSeries series =
        new PatientSeries(List.of(first, corrected, now), Set.of("first-submission"));

    assertThat(series.touchedBy(corrected)).containsExactly(now);
  }

  @Test
  void aReplacedReportIsNotTouchedAnyMore() {
    ScoredReport late = report("late").onDay(5).raw(PAIN, 2).build();
    PatientSeries series = new PatientSeries(List.of(late, now), Set.of("now-submission"));

    assertThat(series.touchedBy(late)).isEmpty();
  }

  @Test
  void withoutAReportTheReplacedOneCountsAgain() {
    ScoredReport first = report("first").onDay(8).raw(PAIN, 0).build();
    ScoredReport corrected = report("second").replacing("first").onDay(8).raw(PAIN, 1).build();
    PatientSeries series =
        new PatientSeries(List.of(first, corrected, now), Set.of("first-submission"));

    assertThat(series.previous(now).get(PAIN)).isEqualTo(1.0);
    assertThat(series.without(corrected).previous(now).get(PAIN)).isZero();
  }

  @Test
  void aLateReportTouchesTheNextOneOnlyWhichOthersAreMeasuredAgainst() {
    ScoredReport late = report("late").onDay(5).raw(PAIN, 2).build();
    ScoredReport conflicting =
        report("conflicting").completeness("CONFLICTING").onDay(7).raw(PAIN, 1).build();
    ScoredReport leftOut = report("left-out").onDay(8).missing(PAIN).build();
    ScoredReport afterwards = report("afterwards").onDay(11).raw(PAIN, 1).build();

    assertThat(series(late, conflicting, leftOut, now, afterwards).touchedBy(late))
        .containsExactly(conflicting, leftOut, now);
  }

  @Test
  void aLateReportTouchesNothingThatSpeaksOfOtherScales() {
    ScoredReport late = report("late").onDay(5).raw("proctcae-01a-sev", 2).build();
    ScoredReport earlier = report("earlier").onDay(1).raw(PAIN, 0).build();

    assertThat(series(earlier, late, now).touchedBy(late)).isEmpty();
  }

  @Test
  void whatIsObservedLaterOrAtTheSameSubmissionIsNoBaseline() {
    ScoredReport first =
        report("first").onDay(-5).dayAfterInfusion(-5).raw("ice-at-most", 9).build();
    ScoredReport second =
        report("second").onDay(-3).dayAfterInfusion(-3).raw("ice-at-most", 8).build();

    assertThat(series(first, second).baseline(first)).isEmpty();
    assertThat(series(first, second).baseline(second)).containsEntry("ice-at-most", 9.0);
    ScoredReport again = report("second").onDay(-4).dayAfterInfusion(-4).raw(PAIN, 1).build();
    assertThat(series(again, second).baseline(second)).isEmpty();
  }

  @Test
  void theDayOfTheInfusionIsNotBeforeIt() {
    ScoredReport dayZero = report("zero").onDay(0).infusedOn(0).raw(PAIN, 1).build();
    ScoredReport dayBefore = report("before").onDay(-1).raw(PAIN, 0).build();
    ScoredReport later = report("later").onDay(5).infusedOn(0).raw(PAIN, 2).build();

    assertThat(series(dayZero, later).baseline(later)).isEmpty();
    assertThat(series(dayBefore, dayZero, later).baseline(later)).containsEntry(PAIN, 0.0);
  }

  @Test
  void whereNoDateIsKnownTheDayCountsThatWasKnownThen() {
    ScoredReport minusOne = report("minus").onDay(1).dayAfterInfusion(-1).raw(PAIN, 0).build();
    ScoredReport zero = report("zero").onDay(2).dayAfterInfusion(0).raw(PAIN, 1).build();
    ScoredReport unknown = report("unknown").onDay(3).dayAfterInfusion(null).raw(PAIN, 2).build();

    assertThat(series(minusOne, zero, unknown, now).baseline(now)).containsEntry(PAIN, 0.0);
    assertThat(minusOne.beforeInfusion()).isTrue();
    assertThat(zero.beforeInfusion()).isFalse();
    assertThat(unknown.beforeInfusion()).isTrue();
  }

  @Test
  void whoReportsTwiceADayIsNotTwoReporters() {
    ScoredReport morning = report("morning").atHour(0).raw("confusion", 1).build();
    ScoredReport evening = report("evening").atHour(9).raw("confusion", 0).build();
    ScoredReport carer =
        report("carer").by("CARER", "carer-1").atHour(8).raw("confusion", 1).build();

    assertThat(series(morning, evening).others(evening, Duration.ofHours(24))).isEmpty();
    assertThat(series(morning, carer, evening).others(evening, Duration.ofHours(24)))
        .containsExactly(Map.of("confusion", 1.0));
  }

  @Test
  void atTheSameTimeIsUntilADayBeforeAndAfter() {
    ScoredReport exactly = report("exactly").atHour(24).raw(PAIN, 1).build();
    ScoredReport earlier = report("earlier").atHour(-24).raw(PAIN, 1).build();
    ScoredReport tooLate =
        report("late").at(exactly.observedAt().plusMillis(1)).raw(PAIN, 1).build();
    ScoredReport self = report("self").atHour(0).raw(PAIN, 1).build();
    ScoredReport selfAgain = report("self").atHour(1).raw("headache", 1).build();

    assertThat(
            series(self, selfAgain, exactly, earlier, tooLate).around(self, Duration.ofHours(24)))
        .containsExactly(earlier, exactly);
  }

  @Test
  void whatTwoCorrectionsReplaceStaysReplacedWithoutOneOfThem() {
    ScoredReport first = report("first").onDay(8).raw(PAIN, 0).build();
    ScoredReport one = report("one").replacing("first").onDay(7).raw(PAIN, 1).build();
    ScoredReport other = report("other").replacing("first").onDay(9).raw(PAIN, 3).build();
    PatientSeries series =
        new PatientSeries(List.of(first, one, other, now), Set.of("first-submission"));

    assertThat(series.without(other).previous(now)).containsEntry(PAIN, 1.0);
    assertThat(series.without(other).without(one).previous(now)).containsEntry(PAIN, 0.0);
  }

  @Test
  void whatReplacesAReportIsFoundWhicheverCameFirst() {
    ScoredReport first = report("first").onDay(8).raw(PAIN, 0).build();
    ScoredReport second = report("second").replacing("first").onDay(7).raw(PAIN, 1).build();

    assertThat(series(now, second, first).replacementOf(first)).contains(second);
    assertThat(series(now, second, first).replacementOf(second)).isEmpty();
  }

  @Test
  void aReportIsNamedInLogsAndItsAnswersAreNot() {
    assertThat(now).hasToString("ScoredReport[now]");
    assertThat(now.scales().getFirst()).hasToString("ScaleScore[" + PAIN + "]");
  }

  private static PatientSeries series(ScoredReport... reports) {
    return new PatientSeries(List.of(reports), Set.of());
  }
}
