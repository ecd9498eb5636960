package org.procart.alerting.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.procart.alerting.history.TestReports.report;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.procart.alerting.WithLocalParts;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.AlertStore;
import org.procart.alerting.alert.ChangeKind;
import org.procart.alerting.alert.Peak;
import org.procart.alerting.alert.Picture;
import org.procart.alerting.alert.TimelineEntry;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.history.TestReports;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.TestRules;
import org.procart.alerting.rule.Together;
import org.procart.chassis.kafka.EventSender;
import org.springframework.beans.factory.annotation.Autowired;

/** Through the real topic and the real store: scores of several patients, shuffled and doubled. */
@WithLocalParts
class EveryOrderIT {

  private static final String TOPIC = "pro.score.v1";
  private static final int PATIENTS = 6;
  private static final int REPORTS = 9;

  @Autowired EventSender sender;
  @Autowired AlertStore store;
  @Autowired MeterRegistry meters;

  private final String name = "patient-" + UUID.randomUUID();
  private final Random random = new Random(1);

  /** A report of a patient. */
  private record Sent(String patient, ScoredReport report) {}

  /**
   * An open alert, as far as the order of the reports must not matter: which report tells that
   * several signs came together does depend on it.
   */
  private record Seen(String rule, Level level, @Nullable Level sounded, Set<String> peaks) {

    static Seen of(Alert alert) {
      Picture picture = alert.episode().paging().picture();
      Set<String> peaks = new TreeSet<>();
      if (picture != null) {
        picture.peaks().stream()
            .filter(peak -> !peak.scale().equals(Together.SCALE))
            .forEach(peak -> peaks.add(told(peak)));
      }
      return new Seen(
          alert.episode().heard().rule().ruleId(),
          alert.episode().level(),
          picture == null ? null : picture.level(),
          peaks);
    }

    private static String told(Peak peak) {
      return peak.scale() + " " + peak.direction() + " " + peak.level() + " " + peak.value();
    }
  }

  @Test
  void theSameSignsAreTheSameAlertsInWhateverOrderAndHoweverOftenTheyCome() {
    List<Sent> inOrder = new ArrayList<>();
    List<Sent> shuffled = new ArrayList<>();
    for (int i = 0; i < PATIENTS; i++) {
      List<ScoredReport> week = week(i);
      inOrder.addAll(sent("ordered-" + i, week));
      shuffled.addAll(sent("shuffled-" + i, week));
      shuffled.addAll(sent("shuffled-" + i, week));
    }
    Collections.shuffle(shuffled, random);

    send(inOrder);
    send(shuffled);

    for (int i = 0; i < PATIENTS; i++) {
      Set<Seen> wanted = seen("ordered-" + i);
      assertThat(wanted).hasSize(2).extracting(Seen::level).containsOnly(Level.RED);
      assertThat(seen("shuffled-" + i)).as("patient %d", i).isEqualTo(wanted);
    }
  }

  @Test
  void anyReportsAndCorrectionsEndAsTheOrderInWhichTheyCameSays() {
    Map<String, List<ScoredReport>> orders = new TreeMap<>();
    for (int i = 0; i < PATIENTS; i++) {
      List<ScoredReport> order = new ArrayList<>(new RandomReports(i).withCorrections(REPORTS));
      Collections.shuffle(order, random);
      orders.put("any-" + i, order);
    }
    List<Sent> interleaved = interleavedAndDoubled(orders);

    send(interleaved);

    orders.forEach(
        (patient, order) ->
            assertThat(seen(patient))
                .as(patient)
                .isEqualTo(seen(Ward.receiving(TestRules.defaultSet(), order).alerts().values())));
  }

  @Test
  void aReportThatWasReplacedBeforeItCameRingsAndIsToldToBeCorrected() {
    ScoredReport wrong = report("wrong").atHour(0).raw("cart-temperature", 39).build();
    ScoredReport error =
        report("error").atHour(0).status("entered-in-error").replacing("wrong").build();

    send(sent("corrected", List.of(error, wrong, error)));

    assertThat(store.liveOf(name + "corrected"))
        .singleElement()
        .satisfies(
            alert ->
                assertThat(alert.episode().story().timeline())
                    .extracting(TimelineEntry::kind, TimelineEntry::detail)
                    .containsExactly(
                        tuple(ChangeKind.RAISED, null),
                        tuple(ChangeKind.CORRECTED, "ENTERED_IN_ERROR")));
  }

  /** Signs that get worse and better, each patient's in an order of their own. */
  private static List<ScoredReport> week(int patient) {
    return List.of(
        at(0, patient).raw("cart-temperature", 37.2).raw("spo2", 97).build(),
        at(1, patient).raw("cart-temperature", 38.4).raw("spo2", 95).build(),
        at(2, patient).raw("pulse", 118).raw("proctcae-48b-sev", 3).build(),
        at(3, patient).raw("cart-temperature", 39.6).raw("spo2", 92).build(),
        at(4, patient).raw("proctcae-19a-sev", 3).raw("pulse", 38).build(),
        at(5, patient).raw("cart-temperature", 38.6).raw("proctcae-48b-sev", 4).build(),
        at(6, patient).raw("spo2", 94).raw("confusion", 1).build(),
        at(7, patient).raw("cart-temperature", 36.9).raw("proctcae-48b-sev", 1).build());
  }

  private static TestReports at(int place, int patient) {
    return report("r" + place).atHour(4 * place + patient).raw("seizure", place == 3 ? 1 : 0);
  }

  private List<Sent> sent(String patient, List<ScoredReport> reports) {
    return reports.stream().map(report -> new Sent(patient, report)).toList();
  }

  /** Each patient's in their order, each again somewhere after it. */
  private List<Sent> interleavedAndDoubled(Map<String, List<ScoredReport>> orders) {
    List<Sent> all = new ArrayList<>();
    IntStream.range(0, REPORTS)
        .forEach(
            place ->
                orders.forEach(
                    (patient, order) -> {
                      all.add(new Sent(patient, order.get(place)));
                      all.add(new Sent(patient, order.get(random.nextInt(place + 1))));
                    }));
    return all;
  }

  private void send(List<Sent> scores) {
    double before = done();
    for (Sent sent : scores) {
      String patient = name + sent.patient();
      sender.send(TOPIC, patient, ScoreEvents.of(patient).event(sent.report())).join();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(done()).isEqualTo(before + scores.size()));
  }

  private double done() {
    return flow("processed") + flow("duplicate");
  }

  private double flow(String outcome) {
    return meters.counter("procart.flow", "topic", TOPIC, "outcome", outcome).count();
  }

  private Set<Seen> seen(String patient) {
    return seen(store.liveOf(name + patient));
  }

  private static Set<Seen> seen(Iterable<? extends Alert> alerts) {
    Set<Seen> seen = new HashSet<>();
    alerts.forEach(alert -> seen.add(Seen.of(alert)));
    return seen;
  }
}
