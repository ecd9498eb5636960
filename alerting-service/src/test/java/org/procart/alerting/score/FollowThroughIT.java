package org.procart.alerting.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.history.TestReports.report;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.procart.alerting.WithLocalParts;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.AlertStore;
import org.procart.alerting.alert.Alerts;
import org.procart.alerting.alert.ChangeKind;
import org.procart.alerting.alert.TimelineEntry;
import org.procart.alerting.history.ScoreHistory;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.patient.Patients;
import org.procart.alerting.rule.RulesInForce;
import org.procart.alerting.worklist.WorkList;
import org.springframework.beans.factory.annotation.Autowired;

/** Dies between every two writes of a score's way, and is given the score again. */
@WithLocalParts
class FollowThroughIT {

  private static final String PAIN = "proctcae-48b-sev";
  private static final Set<String> WRITES = Set.of("keep", "followedThrough", "insert", "update");

  @Autowired ScoreHistory history;
  @Autowired AlertStore store;
  @Autowired RulesInForce rules;
  @Autowired WorkList workList;
  @Autowired Patients patients;
  @Autowired MeterRegistry meters;

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What is known before, what comes, and the alert's story after it. */
  private record Way(List<ScoredReport> before, ScoredReport comes, List<ChangeKind> story) {}

  @Test
  void aFirstRingIsFollowedThroughOnceWhereverItDies() {
    dieEverywhere(
        patient ->
            new Way(
                List.of(),
                report(patient + "-1").of(patient).raw(PAIN, 3).build(),
                List.of(ChangeKind.RAISED)));
  }

  @Test
  void aWorseCorrectionIsFollowedThroughOnceWhereverItDies() {
    dieEverywhere(
        patient ->
            new Way(
                List.of(report(patient + "-1").of(patient).raw(PAIN, 3).build()),
                report(patient + "-2").of(patient).replacing(patient + "-1").raw(PAIN, 4).build(),
                List.of(ChangeKind.RAISED, ChangeKind.WORSENED)));
  }

  @Test
  void aCalmerCorrectionIsFollowedThroughOnceWhereverItDies() {
    dieEverywhere(
        patient ->
            new Way(
                List.of(report(patient + "-1").of(patient).raw(PAIN, 3).build()),
                report(patient + "-2").of(patient).replacing(patient + "-1").raw(PAIN, 1).build(),
                List.of(ChangeKind.RAISED, ChangeKind.CORRECTED)));
  }

  /** Before and after each write, until the way is over before the next write would come. */
  private void dieEverywhere(Function<String, Way> ways) {
    int deaths = 0;
    boolean died = true;
    for (int write = 0; died; write++) {
      for (boolean done : List.of(false, true)) {
        died = diesAndComesBack(ways, write, done);
        deaths += died ? 1 : 0;
      }
    }
    // Keep, tell, mark: each died before and after.
    assertThat(deaths).isEqualTo(6);
  }

  private boolean diesAndComesBack(Function<String, Way> ways, int write, boolean done) {
    String patient = "patient-" + UUID.randomUUID();
    Way way = ways.apply(patient);
    way.before().forEach(immortal()::follow);
    boolean died = false;
    try {
      scores(new AtomicInteger(write), done).follow(way.comes());
    } catch (Killed e) {
      died = true;
    }
    immortal().follow(way.comes());
    immortal().follow(way.comes());

    assertFollowedOnce(patient, way);
    return died;
  }

  private void assertFollowedOnce(String patient, Way way) {
    List<Alert.Live> alerts = store.liveOf(patient);
    assertThat(alerts).hasSize(1);
    assertThat(alerts.getFirst().episode().story().timeline())
        .extracting(TimelineEntry::kind)
        .containsExactlyElementsOf(way.story());
    assertThat(history.keep(way.comes())).isEmpty();
    assertThat(history.observedBetween(patient, way.comes().observedAt(), way.comes().observedAt()))
        .hasSize(way.before().size() + 1);
  }

  private Scores immortal() {
    return scores(new AtomicInteger(Integer.MAX_VALUE), false);
  }

  private Scores scores(AtomicInteger lives, boolean afterTheWrite) {
    AlertStore mortalStore = mortal(AlertStore.class, store, lives, afterTheWrite);
    return new Scores(
        mortal(ScoreHistory.class, history, lives, afterTheWrite),
        rules,
        new Alerts(mortalStore, Clock.systemUTC(), meters),
        workList,
        patients,
        new PagingProperties(Duration.ofHours(72)));
  }

  private static <T> T mortal(Class<T> type, T real, AtomicInteger lives, boolean afterTheWrite) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              boolean last = WRITES.contains(method.getName()) && lives.getAndDecrement() == 0;
              if (last && !afterTheWrite) {
                throw new Killed();
              }
              Object answer = invoke(real, method, arguments);
              if (last) {
                throw new Killed();
              }
              return answer;
            }));
  }

  private static Object invoke(Object real, Method method, Object[] arguments)
      throws IllegalAccessException {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
