package org.procart.alerting.adherence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.procart.alerting.WithLocalParts;
import org.procart.alerting.history.ScoreHistory;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.history.TestReports;
import org.procart.alerting.patient.Patient;
import org.procart.alerting.patient.Patients;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What a look at 100 due patients costs beside 1,000 and beside 10,000 who are not due, in
 * interleaved rounds of one run. Asserts nothing; docs/silence.md names the command and a result.
 */
@WithLocalParts
class DueCheckBenchmark {

  private static final int DUE = 100;
  private static final int ROUNDS = 31;

  @Autowired ApplicationContext service;
  @Autowired Patients patients;
  @Autowired ScoreHistory history;

  private final TestWatch times = new TestWatch();
  private final Instant elevenOClock = times.day(3, 11, 0).plus(Vigil.SETTLES);

  /** Patients under watch, of whom the first ones are due. */
  private record Ward(SilentWard watch, List<String> patients) {}

  @Test
  void run() {
    Map<Integer, Ward> wards = new TreeMap<>();
    for (int size : List.of(1_000, 10_000)) {
      wards.put(size, ward(size));
    }
    Map<Integer, List<Duration>> taken = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      wards.forEach(
          (size, ward) ->
              taken.computeIfAbsent(size, each -> new ArrayList<>()).add(look(ward, DUE)));
    }
    Ward all = wards.get(10_000);
    Duration everybody = look(all, all.patients().size());
    print(taken, everybody);
  }

  private Duration look(Ward ward, int due) {
    DueSlots slots = ward.watch().slots();
    ward.patients().subList(0, due).forEach(patient -> slots.put(patient, elevenOClock));
    long begun = System.nanoTime();
    ward.watch().look();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private Ward ward(int size) {
    SilentWard watch = new SilentWard(service, "bench-" + UUID.randomUUID());
    watch.turnTo(elevenOClock);
    Plan plan = times.plan();
    List<String> ids = IntStream.range(0, size).mapToObj(each -> "p-" + UUID.randomUUID()).toList();
    ids.parallelStream()
        .forEach(
            id -> {
              patients.keep(patient(id));
              watch.plans().keep(new Plan(id, 1L, plan.forms()));
              IntStream.rangeClosed(0, 3).forEach(day -> history.keep(report(id, day)));
              watch.slots().put(id, times.day(4, 11, 0));
            });
    watch.look();
    System.out.printf("%,d patients under watch%n", size);
    return new Ward(watch, ids);
  }

  private ScoredReport report(String patient, int day) {
    return TestReports.report(patient + day)
        .of(patient)
        .instrument(TestWatch.DAILY)
        .at(times.day(day, 9, 0))
        .build();
  }

  private Patient patient(String id) {
    return new Patient(
        id,
        1L,
        "site-a",
        false,
        "UTC",
        List.of(new Patient.Therapy("axi-cel", "DLBCL", TestWatch.INFUSION)),
        "ACTIVE",
        new Patient.Care("en", List.of(), true, "cart-home", Instant.EPOCH, times.day(0, 7, 0)));
  }

  private static void print(Map<Integer, List<Duration>> taken, Duration everybody) {
    System.out.printf("%n%d due, %d rounds, after 5 of warming up%n", DUE, ROUNDS - 5);
    List<Double> medians = new ArrayList<>();
    taken.forEach(
        (size, all) -> {
          List<Double> millis =
              all.stream().skip(5).map(each -> each.toNanos() / 1e6).sorted().toList();
          medians.add(millis.get(millis.size() / 2));
          System.out.printf(
              "%,8d under watch: median %.1f ms, from %.1f to %.1f%n",
              size, medians.getLast(), millis.getFirst(), millis.getLast());
        });
    System.out.printf("10,000 beside 1,000: %.2f times%n", medians.getLast() / medians.getFirst());
    System.out.printf(
        "all 10,000 due at once: %.1f s, %.2f ms each%n",
        everybody.toMillis() / 1e3, everybody.toNanos() / 1e6 / 10_000);
  }
}
