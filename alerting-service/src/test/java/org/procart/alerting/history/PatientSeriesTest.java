package org.procart.alerting.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.history.TestReports.report;

import java.time.Duration;
import java.util.List;
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

  private static PatientSeries series(ScoredReport... reports) {
    return new PatientSeries(List.of(reports), Set.of());
  }
}
