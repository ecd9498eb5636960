package org.procart.alerting.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.alerting.LocalPartsInitializer;
import org.procart.alerting.TestAlerts;
import org.procart.alerting.TestEvents;
import org.procart.alerting.TestTopics;
import org.procart.alerting.WithLocalParts;
import org.procart.alerting.alert.AlertStore;
import org.procart.alerting.alert.Alerts;
import org.procart.alerting.notification.PageLog;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.kafka.EventReader;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.store.Leases;
import org.procart.schemas.AlertChangeKind;
import org.procart.schemas.AlertChanged;
import org.procart.schemas.NotificationKind;
import org.procart.schemas.OperationsAlarm;
import org.springframework.beans.factory.annotation.Autowired;

@WithLocalParts
class AuditorIT {

  @Autowired AlertStore store;
  @Autowired Alerts alerts;
  @Autowired PageLog pages;
  @Autowired Leases leases;
  @Autowired OperationsAlarms alarms;
  @Autowired EventSender sender;
  @Autowired EventReader reader;

  private final String patient = "patient-" + UUID.randomUUID();
  private final TestTopics topics =
      new TestTopics(LocalPartsInitializer.parts().bootstrapServers());
  private TestAlerts onTopic;

  @BeforeEach
  void raise() {
    onTopic = new TestAlerts(reader, topics);
    sender
        .send(
            "pro.score.v1",
            patient,
            TestEvents.score(patient, patient)
                .setScores(TestEvents.raw("proctcae-19a-sev", 3))
                .build())
        .join();
  }

  @Test
  void aRedOfWhichNotificationSaysNothingIsSoundedAgainAndOperationsHear() {
    AlertChanged raised = onTopic.last(patient, 1);

    auditorIn(Duration.ofSeconds(60)).audit();
    assertThat(onTopic.of(patient)).hasSize(1);
    auditorIn(Duration.ofSeconds(101)).audit();

    AlertChanged again = onTopic.last(patient, 2);
    assertThat(again.getKind()).isEqualTo(AlertChangeKind.RE_ARMED);
    assertThat(again.getSounding()).isEqualTo(2);
    assertThat(again.getAlertId()).isEqualTo(raised.getAlertId());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(topics.all("pro.operations.v1"))
                    .anySatisfy(
                        record ->
                            assertThat(
                                    ((OperationsAlarm)
                                            reader.read("pro.operations.v1", record.value()))
                                        .getCode())
                                .isEqualTo("PAGING_SILENT")));
  }

  @Test
  void aRedWithAWaitingTimerIsLeftAloneAsLongAsItIsHeardOf() {
    AlertChanged raised = onTopic.last(patient, 1);
    sender
        .send(
            "pro.notification.v1",
            patient,
            TestEvents.notification(raised.getAlertId(), NotificationKind.ARMED, 1, 1)
                .setNextStepAt(TestEvents.now().plusSeconds(600))
                .build())
        .join();
    sender
        .send(
            "pro.notification.v1",
            patient,
            TestEvents.notification(raised.getAlertId(), NotificationKind.DELIVERED, 1, 2).build())
        .join();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(pages.steps(raised.getAlertId())).hasSize(1));

    Instant heard = pages.armed(raised.getAlertId()).orElseThrow().seenAt();
    auditorAt(heard.plusSeconds(100).minusMillis(1)).audit();
    assertThat(sounding(raised)).isEqualTo(1);
    auditorAt(heard.plusSeconds(100)).audit();
    assertThat(sounding(raised)).isEqualTo(2);
  }

  private int sounding(AlertChanged raised) {
    return store.find(raised.getAlertId()).orElseThrow().episode().sounding().number();
  }

  private Auditor auditorAt(Instant now) {
    return auditor(Clock.fixed(now, ZoneOffset.UTC));
  }

  private Auditor auditorIn(Duration ahead) {
    return auditor(Clock.offset(Clock.systemUTC(), ahead));
  }

  private Auditor auditor(Clock clock) {
    return new Auditor(
        store,
        alerts,
        pages,
        leases,
        alarms,
        new AuditorProperties(
            Duration.ofSeconds(100), Duration.ofSeconds(30), Duration.ofMinutes(5)),
        clock);
  }
}
