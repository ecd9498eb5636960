package org.procart.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.alert.TestRings.NOW;
import static org.procart.alerting.alert.TestRings.ring;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.procart.alerting.alert.Alert.Acknowledged;
import org.procart.alerting.alert.Alert.Live;
import org.procart.alerting.alert.Alert.Open;

/** A red that somebody took, and nobody did anything about. */
class IdleAlertTest {

  private static final Instant LATER = NOW.plus(Duration.ofMinutes(5));

  private final Open red = (Open) Alert.raise(ring("first").red("seizure", 1).build(), NOW).after();
  private final Acknowledged taken = take(red, 1, LATER);

  @Test
  void itIsIdleSinceTheFirstPersonTookIt() {
    Acknowledged again = take(taken, 1, LATER.plusSeconds(60));

    assertThat(again.idleSince()).contains(LATER);
  }

  @Test
  void anActionEndsIt() {
    Acknowledged acted = (Acknowledged) act(taken, LATER.plusSeconds(60));

    assertThat(acted.idleSince()).isEmpty();
  }

  @Test
  void itIsOpenAgainWithANewSoundingThatNoOlderAnswerStops() {
    Open again = (Open) taken.idle(LATER.plusSeconds(1_800)).after();

    assertThat(again.episode().sounding().number()).isEqualTo(2);
    assertThat(again.episode().sounding().reason()).isEqualTo(ChangeKind.IDLE);
    assertThat(again.acknowledge(acknowledgement(1, LATER), LATER).after())
        .isInstanceOf(Open.class);
    assertThat(take(again, 2, LATER.plusSeconds(1_860)).idleSince())
        .contains(LATER.plusSeconds(1_860));
  }

  @Test
  void anActionBeforeItSoundedAgainDoesNotCountForWhatSoundsNow() {
    Live acted = act(taken, LATER);
    Open worse =
        (Open) acted.hear(ring("worse").red("confusion", 1).build(), LATER.plusSeconds(60)).after();

    assertThat(take(worse, 2, LATER.plusSeconds(90)).idleSince()).contains(LATER.plusSeconds(90));
  }

  private static Acknowledged take(Live alert, int sounding, Instant at) {
    return (Acknowledged) alert.acknowledge(acknowledgement(sounding, at), at).after();
  }

  private static Acknowledgement acknowledgement(int sounding, Instant at) {
    return new Acknowledgement("ack-" + sounding + at, "nurse-1", "link", at, sounding);
  }

  private static Live act(Live alert, Instant at) {
    return (Live) alert.act(new Action("called", "", "nurse-1", at), "action", at).after();
  }
}
