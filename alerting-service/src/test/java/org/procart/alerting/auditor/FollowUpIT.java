package org.procart.alerting.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.alert.TestRings.ring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.procart.alerting.TestEvents;
import org.procart.alerting.WithLocalParts;
import org.procart.alerting.alert.Acknowledgement;
import org.procart.alerting.alert.Action;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.AlertStore;
import org.procart.alerting.alert.Alerts;
import org.procart.alerting.alert.ChangeKind;
import org.procart.chassis.store.Leases;
import org.springframework.beans.factory.annotation.Autowired;

@WithLocalParts
class FollowUpIT {

  private static final Duration WITHIN = Duration.ofMinutes(30);

  @Autowired AlertStore store;
  @Autowired Alerts alerts;
  @Autowired Leases leases;

  private final String patient = "patient-" + UUID.randomUUID();
  private final Instant taken = TestEvents.now();

  @Test
  void aTakenRedWithoutActionIsPagedAgainAfterItsTimeAndNotBefore() {
    String alertId = takenAlert(true);

    followUpAt(WITHIN.minusSeconds(1)).look();
    assertThat(alert(alertId)).isInstanceOf(Alert.Acknowledged.class);
    followUpAt(WITHIN.plusSeconds(1)).look();

    Alert again = alert(alertId);
    assertThat(again).isInstanceOf(Alert.Open.class);
    assertThat(again.episode().sounding().reason()).isEqualTo(ChangeKind.IDLE);
    assertThat(again.episode().story().timeline().getLast().detail()).isEqualTo("IDLE");
  }

  @Test
  void anActionOrAnAmberIsLeftAlone() {
    String red = takenAlert(true);
    alerts.act(red, new Action("called", "", "nurse-1", TestEvents.now()));
    String amber = takenAlert(false);

    followUpAt(Duration.ofDays(1)).look();

    assertThat(alert(red)).isInstanceOf(Alert.Acknowledged.class);
    assertThat(alert(amber)).isInstanceOf(Alert.Acknowledged.class);
  }

  private String takenAlert(boolean red) {
    String cause = patient + red;
    var rings = ring(cause).of(patient + red);
    alerts.ring(red ? rings.red("seizure", 1).build() : rings.amber("headache", 1).build());
    String alertId = store.liveOf(patient + red).getFirst().episode().alertId();
    alerts.acknowledge(alertId, new Acknowledgement("taken " + cause, "nurse-1", "link", taken, 1));
    return alertId;
  }

  private Alert alert(String alertId) {
    return store.find(alertId).orElseThrow();
  }

  private FollowUp followUpAt(Duration later) {
    return new FollowUp(
        store,
        alerts,
        leases,
        new FollowUpProperties(WITHIN),
        Clock.fixed(taken.plus(later), ZoneOffset.UTC));
  }
}
