package org.procart.chassis.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.procart.schemas.AlarmState;
import org.procart.schemas.OperationsAlarm;

class OperationsAlarmsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T22:00:00Z");

  private final List<OperationsAlarm> published = new ArrayList<>();
  private final OperationsAlarms alarms =
      new OperationsAlarms(
          "intake",
          Clock.fixed(NOW, ZoneOffset.UTC),
          new SimpleMeterRegistry(),
          (topic, key, event) -> published.add((OperationsAlarm) event));

  @Test
  void theSameFactTwiceIsOneId() {
    alarms.raise("REPORT_NOT_SCORED", null, "Report A has no score.");
    alarms.raise("REPORT_NOT_SCORED", null, "Report A has no score.");

    assertThat(ids()).hasSize(1);
  }

  @Test
  void twoFactsUnderOneCodeAreTwoIds() {
    alarms.raise("REPORT_NOT_SCORED", null, "Report A has no score.");
    alarms.raise("REPORT_NOT_SCORED", null, "Report B has no score.");

    assertThat(ids()).hasSize(2);
  }

  @Test
  void whatIsClearedSaysWhatWasAndLeavesNoOrderBehindIt() {
    alarms.raise("REPORT_NOT_WATCHED", "site-a", "Call the patient of report A.");
    alarms.clear("REPORT_NOT_WATCHED", "site-a");

    OperationsAlarm cleared = published.getLast();
    assertThat(cleared.getState()).isEqualTo(AlarmState.CLEARED);
    assertThat(cleared.getText()).contains("2026-11-20T22:00:00Z").doesNotContain("Call");
    assertThat(ids()).hasSize(2);
  }

  @Test
  void clearingWhatWasNotRaisedSaysNothing() {
    alarms.clear("REPORT_NOT_WATCHED", "site-a");

    assertThat(published).isEmpty();
  }

  private List<String> ids() {
    return published.stream().map(OperationsAlarm::getEventId).distinct().toList();
  }
}
