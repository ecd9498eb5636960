package org.procart.alerting.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.procart.alerting.LocalPartsInitializer;
import org.procart.alerting.TestTopics;
import org.procart.alerting.WithLocalParts;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.AlertStore;
import org.procart.alerting.alert.ChangeKind;
import org.procart.alerting.alert.TimelineEntry;
import org.procart.alerting.patient.Patient;
import org.procart.alerting.patient.Patients;
import org.procart.chassis.kafka.EventReader;
import org.procart.schemas.ReminderDue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An instance dies before and after each write of a silent morning; the next one goes on. */
@WithLocalParts
class SilenceCrashIT {

  private static final Set<String> WRITES =
      Set.of("take", "put", "done", "finished", "insert", "update");
  private static final List<String> MORNING = List.of("T11:00", "T12:00", "T13:00");

  @Autowired ApplicationContext service;
  @Autowired Patients patients;
  @Autowired AlertStore alerts;
  @Autowired EventReader reader;

  private final TestTopics topics =
      new TestTopics(LocalPartsInitializer.parts().bootstrapServers());

  /** Not a fault that anybody mends. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void everybodyHearsOnceWhereverItDies() {
    int deaths = 0;
    boolean died = true;
    for (int write = 0; died; write++) {
      for (boolean done : List.of(false, true)) {
        died = diesAndIsFollowed(write, done);
        deaths += died ? 1 : 0;
      }
    }
    // Three looks: what was done is noted, the next look is noted, this one is over, all are over.
    assertThat(deaths).isGreaterThanOrEqualTo(2 * (3 * 4 + 1));
  }

  private boolean diesAndIsFollowed(int write, boolean afterIt) {
    String patient = "patient-" + UUID.randomUUID();
    String name = "crash-" + UUID.randomUUID();
    SilentWard next = new SilentWard(service, name);
    next.turnTo(at("T07:00"));
    enrol(patient, next);
    AtomicInteger lives = new AtomicInteger(write);
    SilentWard dying =
        new SilentWard(service, name)
            .before(
                store -> mortal(WatchStore.class, store, lives, afterIt),
                slots -> mortal(DueSlots.class, slots, lives, afterIt),
                store -> mortal(AlertStore.class, store, lives, afterIt));
    boolean died = false;
    for (String time : MORNING) {
      dying.turnTo(at(time));
      next.turnTo(at(time));
      try {
        if (!died) {
          dying.look();
        }
      } catch (Killed e) {
        died = true;
      }
      next.look();
      next.look();
    }
    assertEverybodyHeardOnce(patient);
    return died;
  }

  private void assertEverybodyHeardOnce(String patient) {
    List<Alert.Live> live = alerts.liveOf(patient);
    assertThat(live).hasSize(1);
    assertThat(live.getFirst().episode().story().timeline())
        .extracting(TimelineEntry::kind)
        .containsExactly(ChangeKind.RAISED);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(reminders(patient)).hasSize(2));
  }

  /** Distinct ids: the same reminder may be told twice, and is sent once. */
  private Set<String> reminders(String patient) {
    return topics.all("pro.reminder.v1").stream()
        .filter(record -> patient.equals(record.key()))
        .map(record -> (ReminderDue) reader.read("pro.reminder.v1", record.value()))
        .map(ReminderDue::getReminderId)
        .collect(Collectors.toSet());
  }

  private void enrol(String patient, SilentWard ward) {
    patients.keep(
        new Patient(
            patient,
            1L,
            "site-a",
            false,
            "UTC",
            List.of(new Patient.Therapy("axi-cel", "DLBCL", TestWatch.INFUSION)),
            "ACTIVE",
            new Patient.Care(
                "en",
                List.of(new Patient.Carer("carer-1", null, null)),
                true,
                "cart-home",
                ward.now(),
                ward.now())));
    ward.plans().keep(new Plan(patient, 1L, new TestWatch().plan().forms()));
    ward.watches().changed(patient);
    ward.look();
  }

  private static Instant at(String time) {
    return Instant.parse(TestWatch.INFUSION + time + ":00Z").plus(Vigil.SETTLES);
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
              Object answer;
              try {
                answer = method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw new IllegalStateException(e.getCause());
              }
              if (last) {
                throw new Killed();
              }
              return answer;
            }));
  }
}
