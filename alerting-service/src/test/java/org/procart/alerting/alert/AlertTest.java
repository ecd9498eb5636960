package org.procart.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.procart.alerting.alert.TestRings.NOW;
import static org.procart.alerting.alert.TestRings.ring;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.alerting.alert.Alert.Acknowledged;
import org.procart.alerting.alert.Alert.Closed;
import org.procart.alerting.alert.Alert.Live;
import org.procart.alerting.alert.Alert.Open;
import org.procart.alerting.rule.Level;

class AlertTest {

  private static final String PAIN = "proctcae-48b-sev";
  private static final String NAUSEA = "proctcae-09b-sev";

  private final Open amber = (Open) Alert.raise(ring("first").amber(PAIN, 3).build(), NOW).after();
  private final Acknowledged taken = take(amber);

  @ParameterizedTest
  @CsvSource({"true, 24", "false, 72"})
  void whatSomebodyTookSoundsAgainWhenTheSameRingsLongAfter(boolean red, int hours) {
    Alert.Live open = (Alert.Live) Alert.raise(rang("first", red), NOW).after();
    Alert.Live taken =
        (Alert.Live)
            open.acknowledge(new Acknowledgement("taken", "nurse-1", "link", NOW, 1), NOW).after();
    Instant ends = NOW.plus(Duration.ofHours(hours));

    assertThat(taken.hear(rang("again", red), ends.minusMillis(1)).kind())
        .isEqualTo(ChangeKind.REPEATED);
    Change again = taken.hear(rang("again", red), ends);
    assertThat(again.kind()).isEqualTo(ChangeKind.RE_PAGED);
    assertThat(again.entry().detail()).isEqualTo("HUSH_ENDED");
    assertThat(again.hush()).isEmpty();
    assertThat(again.after()).isInstanceOf(Alert.Open.class);
    assertThat(again.after().episode().sounding().number()).isEqualTo(2);
    assertThat(again.after().episode().heard().repeats()).isEqualTo(1);
    // Nobody took it: it is being paged already.
    assertThat(open.hear(rang("again", red), ends).kind()).isEqualTo(ChangeKind.REPEATED);
  }

  private static Ring rang(String cause, boolean red) {
    TestRings ring = TestRings.ring(cause);
    return (red ? ring.red("pain", 3) : ring.amber("pain", 3)).build();
  }

  @Test
  void aFirstRingOpensAnAlertThatSounds() {
    Episode episode = amber.episode();

    assertThat(episode.revision()).isEqualTo(1);
    assertThat(episode.sounding()).isEqualTo(new Sounding(1, NOW, ChangeKind.RAISED));
    assertThat(episode.level()).isEqualTo(Level.AMBER);
    assertThat(episode.pageable()).isTrue();
    assertThat(episode.wasChangedBy("first")).isTrue();
    assertThat(episode.story().timeline())
        .extracting(TimelineEntry::kind)
        .containsExactly(ChangeKind.RAISED);
  }

  @Test
  void theSameAgainIsAQuietRepeatInEveryState() {
    assertQuietRepeat(amber, amber.hear(ring("again").amber(PAIN, 3).build(), NOW));
    assertQuietRepeat(taken, taken.hear(ring("again").amber(PAIN, 3).build(), NOW));
  }

  @Test
  void aCalmerReportIsAQuietRepeatAndLowersNothing() {
    Open red = (Open) Alert.raise(ring("first").red(PAIN, 4).build(), NOW).after();

    Change change = red.hear(ring("calmer").amber(PAIN, 3).build(), NOW);

    assertQuietRepeat(red, change);
    assertThat(change.after().episode().level()).isEqualTo(Level.RED);
    assertThat(change.after().episode().heard().wording()).isEqualTo("RED wording");
  }

  @Test
  void aHigherValueSoundsAgain() {
    assertSounds(taken.hear(ring("worse").amber(PAIN, 4).build(), NOW));
  }

  @Test
  void aNewSymptomSoundsAgain() {
    assertSounds(taken.hear(ring("worse").amber(PAIN, 3).amber(NAUSEA, 3).build(), NOW));
  }

  @Test
  void aHigherLevelSoundsAgain() {
    Change change = taken.hear(ring("worse").red(PAIN, 3).build(), NOW);

    assertSounds(change);
    assertThat(change.after().episode().level()).isEqualTo(Level.RED);
    assertThat(change.after().episode().heard().wording()).isEqualTo("RED wording");
  }

  @Test
  void whatSoundedOnceIsTheMeasureForWhatComesNext() {
    Live worse = (Live) taken.hear(ring("worse").amber(PAIN, 4).build(), NOW).after();

    assertQuietRepeat(worse, worse.hear(ring("same").amber(PAIN, 4).build(), NOW));
  }

  @Test
  void observedLongAgoIsListedAndPagesNobody() {
    Change raised = Alert.raise(ring("old").observedLongAgo().red(PAIN, 4).build(), NOW);

    assertThat(raised.after().episode().pageable()).isFalse();
    assertThat(raised.hush()).contains(Hush.OBSERVED_LONG_AGO);
  }

  @Test
  void whatWasOnlyListedNeverHushesWhatIsSeenNow() {
    Live listed =
        (Live) Alert.raise(ring("old").observedLongAgo().red(PAIN, 4).build(), NOW).after();

    Change change = listed.hear(ring("now").amber(PAIN, 3).build(), NOW);

    assertThat(change.kind()).isEqualTo(ChangeKind.RAISED);
    assertThat(change.after().episode().sounding().number()).isEqualTo(2);
    assertThat(change.after().episode().pageable()).isTrue();
  }

  @Test
  void anOldWorseObservationIsNotedAndHushesNothingLater() {
    Change noted = taken.hear(ring("old").observedLongAgo().red(PAIN, 4).build(), NOW);
    assertThat(noted.kind()).isEqualTo(ChangeKind.REPEATED);
    assertThat(noted.hush()).contains(Hush.OBSERVED_LONG_AGO);

    assertSounds(((Live) noted.after()).hear(ring("now").red(PAIN, 4).build(), NOW));
  }

  @Test
  void acknowledgingTheCurrentSoundingIsTakingIt() {
    assertThat(taken.episode().response().acknowledgements()).hasSize(1);
    assertThat(taken.episode().revision()).isEqualTo(2);
  }

  @Test
  void acknowledgingAnOlderSoundingIsKeptAndStopsNothing() {
    Live worse = (Live) taken.hear(ring("worse").amber(PAIN, 4).build(), NOW).after();

    Change change = worse.acknowledge(acknowledgement("late", 1), NOW);

    assertThat(change.after()).isInstanceOf(Open.class);
    assertThat(change.after().episode().response().acknowledgements()).hasSize(2);
    assertThat(change.entry().detail()).isEqualTo("link OLDER_SOUNDING");
  }

  @Test
  void everyAcknowledgementIsKept() {
    Change change = taken.acknowledge(acknowledgement("second", 1), NOW);

    assertThat(change.after()).isInstanceOf(Acknowledged.class);
    assertThat(change.after().episode().response().acknowledgements()).hasSize(2);
  }

  @Test
  void aRedIsNotClosedWithoutAnAction() {
    Acknowledged red = take((Open) Alert.raise(ring("first").red(PAIN, 4).build(), NOW).after());

    assertThat(red.close(closure())).isEqualTo(refusal());
    Acknowledged acted =
        (Acknowledged)
            red.act(new Action("called-patient", "", "nurse-1", NOW), "action-1", NOW).after();
    assertThat(acted.close(closure()))
        .asInstanceOf(type(Change.class))
        .extracting(Change::after)
        .isInstanceOf(Closed.class);
  }

  @Test
  void anAmberIsClosedWithAnOutcomeAlone() {
    assertThat(taken.close(closure()))
        .asInstanceOf(type(Change.class))
        .extracting(Change::after)
        .isEqualTo(new Closed(((Change) taken.close(closure())).after().episode(), closure()));
  }

  @Test
  void aCorrectionChangesTheStoryAndNothingElse() {
    Change change =
        taken.correct(
            new Correction("error", "RCPT-error", Correction.Reason.ENTERED_IN_ERROR), NOW);

    assertThat(change.after()).isInstanceOf(Acknowledged.class);
    assertThat(change.kind()).isEqualTo(ChangeKind.CORRECTED);
    assertThat(change.after().episode().sounding()).isEqualTo(taken.episode().sounding());
    assertThat(change.after().episode().level()).isEqualTo(Level.AMBER);
  }

  @Test
  void rearmingIsANewSounding() {
    Change change = amber.rearm(NOW.plusSeconds(120));

    assertThat(change.after()).isInstanceOf(Open.class);
    assertThat(change.after().episode().sounding())
        .isEqualTo(new Sounding(2, NOW.plusSeconds(120), ChangeKind.RE_ARMED));
  }

  @Test
  void onlyTheLatestFiftyPiecesOfEvidenceAreKept() {
    Live alert = amber;
    for (int i : IntStream.range(0, 60).toArray()) {
      alert = (Live) alert.hear(ring("again-" + i).amber(PAIN, 3).build(), NOW).after();
    }

    assertThat(alert.episode().heard().evidence()).hasSize(50);
    assertThat(alert.episode().heard().evidence().getLast().scoreId()).isEqualTo("again-59");
    assertThat(alert.episode().heard().repeats()).isEqualTo(60);
  }

  @Test
  void reportsOfNobodyKnownNeverShareAnAlert() {
    Ring one = ring("one").ofNobodyKnown().red("report", 0).build();
    Ring other = ring("other").ofNobodyKnown().red("report", 0).build();

    assertThat(one.openKey()).isNotEqualTo(other.openKey());
    assertThat(ring("a").red(PAIN, 4).build().openKey())
        .isEqualTo(ring("b").red(PAIN, 4).build().openKey());
  }

  @Test
  void afterAMoveTheOldSitesAlertHushesNothing() {
    Ring there = ring("there").red(PAIN, 4).build();
    Ring here = ring("here").at("site-b").red(PAIN, 4).build();

    assertThat(here.openKey()).isNotEqualTo(there.openKey());
  }

  @Test
  void anAlertKnowsItsNameAndWhatChangedItAndNothingElse() {
    Episode episode = amber.episode();

    assertThat(episode.alertId()).isEqualTo(ring("first").amber(PAIN, 3).build().alertId());
    assertThat(episode.alertId()).isNotEqualTo(ring("other").amber(PAIN, 3).build().alertId());
    assertThat(episode.wasChangedBy("second")).isFalse();
    assertThat(episode.hasEvidenceFrom("first-submission")).isTrue();
    assertThat(episode.hasEvidenceFrom("second-submission")).isFalse();
  }

  @Test
  void aDoubtConcernsTheAlertsThatHeardTheReport() {
    Correction correction = new Correction("c", null, Correction.Reason.PREVIOUS_CHANGED);
    String rule = amber.episode().heard().rule().ruleId();

    assertThat(new Doubt("first-submission", null, correction).concerns(amber)).isTrue();
    assertThat(new Doubt("first-submission", rule, correction).concerns(amber)).isTrue();
    assertThat(new Doubt("first-submission", "other", correction).concerns(amber)).isFalse();
    assertThat(new Doubt("other-submission", rule, correction).concerns(amber)).isFalse();
  }

  @Test
  void answersAndNotesAreNotInLogs() {
    assertThat(amber.episode().heard().evidence().getFirst()).hasToString("Evidence[first]");
    assertThat(new Action("called", "said she fell", "nurse-1", NOW))
        .hasToString("Action[called by nurse-1]");
  }

  @Test
  void aRingWithoutEvidenceIsNoRing() {
    assertThatThrownBy(() -> ring("empty").build()).hasMessageContaining("without evidence");
  }

  private static void assertQuietRepeat(Live before, Change change) {
    assertThat(change.kind()).isEqualTo(ChangeKind.REPEATED);
    assertThat(change.hush()).contains(Hush.SAME_OR_CALMER);
    assertThat(change.after()).hasSameClassAs(before);
    assertThat(change.after().episode().sounding()).isEqualTo(before.episode().sounding());
    assertThat(change.after().episode().heard().repeats())
        .isEqualTo(before.episode().heard().repeats() + 1);
    assertThat(change.after().episode().revision()).isEqualTo(before.episode().revision() + 1);
  }

  private void assertSounds(Change change) {
    assertThat(change.kind()).isEqualTo(ChangeKind.WORSENED);
    assertThat(change.after()).isInstanceOf(Open.class);
    assertThat(change.after().episode().sounding().number()).isEqualTo(2);
    assertThat(change.after().episode().sounding().reason()).isEqualTo(ChangeKind.WORSENED);
    assertThat(change.hush()).isEmpty();
  }

  private static Acknowledged take(Open open) {
    return (Acknowledged) open.acknowledge(acknowledgement("taken", 1), NOW).after();
  }

  private static Acknowledgement acknowledgement(String id, int sounding) {
    return new Acknowledgement(id, "nurse-1", "link", NOW, sounding);
  }

  private static Closure closure() {
    return new Closure("resolved-at-home", "nurse-1", NOW);
  }

  private static Refusal refusal() {
    return new Refusal("action-required", "A RED alert needs a recorded action first.");
  }
}
