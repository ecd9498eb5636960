package org.procart.alerting.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.history.TestReports.report;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.procart.alerting.WithLocalParts;
import org.springframework.beans.factory.annotation.Autowired;

@WithLocalParts
class MongoScoreHistoryIT {

  private static final String PAIN = "proctcae-48b-sev";

  @Autowired ScoreHistory history;

  private final String patient = "patient-" + UUID.randomUUID();

  @Test
  void aReportIsKeptOnceAndReadBackWhole() {
    ScoredReport kept =
        report("one").of(patient).raw(PAIN, 3).composite("proctcae-48", 2).missing("x").build();

    assertThat(around(kept).reports()).containsExactly(kept);
    assertThat(around(kept).reports()).containsExactly(kept);
    history.followedThrough(history.keep(kept).orElseThrow());
    assertThat(history.keep(kept)).isEmpty();
  }

  @Test
  void aPreviousOfAYearAgoIsFound() {
    ScoredReport old = report("old").of(patient).onDay(-360).raw(PAIN, 1).build();
    ScoredReport now = report("now").of(patient).onDay(0).raw(PAIN, 3).build();
    history.keep(old);
    IntStream.range(1, 40)
        .mapToObj(
            week ->
                report("w" + week).of(patient).onDay(-7 * week).raw("proctcae-01a-sev", 1).build())
        .forEach(history::keep);

    assertThat(around(now).previous(now).get(PAIN)).isEqualTo(1.0);
  }

  @Test
  void theValueBeforeTheInfusionIsFoundHoweverLongAgo() {
    ScoredReport before =
        report("before").of(patient).onDay(-90).dayAfterInfusion(-7).raw(PAIN, 1).build();
    ScoredReport lastWeek = report("last").of(patient).onDay(-7).raw(PAIN, 3).build();
    ScoredReport now = report("now").of(patient).onDay(0).raw(PAIN, 3).build();
    history.keep(before);
    history.keep(lastWeek);

    assertThat(around(now).baseline(now)).containsEntry(PAIN, 1.0);
  }

  @Test
  void aReplacedReportIsKnownInWhicheverOrderTheyCome() {
    ScoredReport first = report("first").of(patient).onDay(0).raw(PAIN, 0).build();
    ScoredReport second =
        report("second").of(patient).replacing("first").onDay(0).raw(PAIN, 1).build();
    ScoredReport now = report("now").of(patient).onDay(7).raw(PAIN, 2).build();
    history.keep(second);
    history.keep(first);

    assertThat(around(now).previous(now).get(PAIN)).isEqualTo(1.0);
  }

  @Test
  void aFrontEndThatSendsEveryKeystrokeFillsNoDocument() {
    IntStream.range(0, 450)
        .mapToObj(i -> report("key-" + i).of(patient).raw(PAIN, 1).build())
        .forEach(history::keep);
    ScoredReport last = report("key-449").of(patient).raw(PAIN, 1).build();

    assertThat(around(last).reports()).hasSize(450);
    history.followedThrough(history.keep(last).orElseThrow());
    assertThat(history.keep(last)).isEmpty();
    assertThat(around(report("key-0").of(patient).raw(PAIN, 1).build()).reports()).hasSize(450);
  }

  @Test
  void onlyTheAskedTimeIsRead() {
    ScoredReport day1 = report("1").of(patient).onDay(1).build();
    ScoredReport day8 = report("8").of(patient).onDay(8).build();
    ScoredReport day9 = report("9").of(patient).onDay(9).build();
    history.keep(day9);
    history.keep(day1);
    history.keep(day8);

    assertThat(
            history.observedBetween(
                patient, day8.observedAt(), day8.observedAt().plus(Duration.ofDays(7))))
        .containsExactly(day8, day9);
  }

  private PatientSeries around(ScoredReport report) {
    return history.keep(report).orElseThrow().around();
  }
}
