package org.procart.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.procart.alerting.alert.TestRings.ring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.procart.alerting.LocalPartsInitializer;
import org.procart.alerting.TestAlerts;
import org.procart.alerting.TestEvents;
import org.procart.alerting.TestTopics;
import org.procart.alerting.WithLocalParts;
import org.procart.chassis.kafka.EventReader;
import org.procart.chassis.store.Leases;
import org.procart.schemas.AlertChanged;
import org.springframework.beans.factory.annotation.Autowired;

@WithLocalParts
class AlertsIT {

  private static final String PAIN = "proctcae-48b-sev";

  @Autowired Alerts alerts;
  @Autowired AlertStore store;
  @Autowired AlertCollections collections;
  @Autowired Leases leases;
  @Autowired EventReader reader;
  @Autowired MeterRegistry meters;

  private final String patient = "patient-" + UUID.randomUUID();

  @Test
  void aHundredRingsAtOnceAreOneAlertAndEachIsCountedOnce() throws Exception {
    List<Ring> rings = IntStream.range(0, 100).mapToObj(i -> of("r" + i % 50)).toList();

    together(rings.stream().map(one -> () -> alerts.ring(one)));

    Episode episode = store.liveOf(patient).getFirst().episode();
    assertThat(store.liveOf(patient)).hasSize(1);
    assertThat(episode.revision()).isEqualTo(50);
    assertThat(episode.heard().repeats()).isEqualTo(49);
    assertThat(episode.sounding().number()).isEqualTo(1);
    List<AlertChanged> told = told(50);
    assertThat(told).extracting(AlertChanged::getAlertId).containsOnly(episode.alertId());
    assertThat(told)
        .extracting(AlertChanged::getRevision)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).mapToObj(Long::valueOf).toList());
  }

  @Test
  void ringsAndAcknowledgementsAtOnceLoseNothing() throws Exception {
    alerts.ring(of("first"));
    String alertId = store.liveOf(patient).getFirst().episode().alertId();

    together(
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    i % 2 == 0
                        ? () -> alerts.ring(of("again" + i))
                        : () -> alerts.acknowledge(alertId, by("nurse-" + i))));

    Episode episode = store.find(alertId).orElseThrow().episode();
    assertThat(episode.response().acknowledgements()).hasSize(20);
    assertThat(episode.heard().repeats()).isEqualTo(20);
    assertThat(episode.revision()).isEqualTo(41);
  }

  @Test
  void anAlertIsReadBackAsItWasWritten() {
    alerts.ring(of("first"));
    Alert alert = store.liveOf(patient).getFirst();
    Change change = ((Alert.Live) alert).act(new Action("a", "note", "n", now()), "act", now());

    assertThat(store.update(change)).isTrue();
    assertThat(store.update(change)).isFalse();
    assertThat(store.find(alert.episode().alertId())).contains(change.after());
  }

  @Test
  void aClosedAlertMovesToTheArchiveAndItsOpeningIsStillKnown() {
    alerts.ring(of("first"));
    String alertId = store.liveOf(patient).getFirst().episode().alertId();
    alerts.close(alertId, new Closure("resolved", "nurse-1", now()));
    Alert closed = store.find(alertId).orElseThrow();
    told(3);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              archivist(Duration.ofHours(2)).archive();
              assertThat(inCollection(alertId)).isZero();
            });

    assertThat(store.find(alertId)).contains(closed);
    alerts.ring(of("first"));
    assertThat(store.liveOf(patient)).isEmpty();
    assertThat(page(AlertState.CLOSED).alerts()).containsExactly(closed);
    alerts.ring(of("second"));
    assertThat(store.liveOf(patient)).hasSize(1);
  }

  @Test
  void anAlertThatWasJustClosedStays() {
    alerts.ring(of("first"));
    String alertId = store.liveOf(patient).getFirst().episode().alertId();
    alerts.close(alertId, new Closure("resolved", "nurse-1", now()));

    archivist(Duration.ZERO).archive();

    assertThat(inCollection(alertId)).isEqualTo(1);
    assertThat(page(AlertState.CLOSED).total()).isEqualTo(1);
  }

  @Test
  void listsGiveTheWorstFirstAndAmongEqualsTheOneThatWaitsLongest() {
    Ring amber = of("amber");
    alerts.ring(amber);
    alerts.ring(other("red-1", "rule-1").red(PAIN, 4).build());
    alerts.ring(other("red-2", "rule-2").red(PAIN, 4).build());

    assertThat(page(AlertState.OPEN).alerts())
        .extracting(alert -> alert.episode().heard().rule().ruleId())
        .containsExactly("rule-1", "rule-2", amber.rule().ruleId());
  }

  private TestRings other(String cause, String ruleId) {
    return ring(patient + cause).of(patient).by(ruleId);
  }

  private AlertPage page(AlertState state) {
    return store.page(
        new AlertFilter(Set.of(state), Set.of("site-a"), null, patient, false), 0, 10);
  }

  private long inCollection(String alertId) {
    return collections.alerts().countDocuments(new Document("_id", alertId));
  }

  private AlertArchivist archivist(Duration ahead) {
    return new AlertArchivist(collections, leases, Clock.offset(Clock.systemUTC(), ahead));
  }

  private List<AlertChanged> told(int changes) {
    TestTopics topics = new TestTopics(LocalPartsInitializer.parts().bootstrapServers());
    TestAlerts onTopic = new TestAlerts(reader, topics);
    onTopic.last(patient, changes);
    return onTopic.of(patient);
  }

  private Ring of(String cause) {
    return ring(patient + cause).of(patient).amber(PAIN, 3).build();
  }

  private static Acknowledgement by(String nurse) {
    return new Acknowledgement(nurse, nurse, "link", now(), 1);
  }

  private static Instant now() {
    return TestEvents.now();
  }

  private static void together(Stream<Runnable> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<?> each : work.map(threads::submit).toList()) {
        each.get();
      }
    }
  }
}
