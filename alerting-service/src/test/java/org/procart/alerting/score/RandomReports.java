package org.procart.alerting.score;

import static org.procart.alerting.history.TestReports.DAY_ZERO;
import static org.procart.alerting.history.TestReports.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.history.TestReports;

/**
 * Reports of one patient around the day of the infusion, by patient, carers and staff, with values
 * on both sides of every limit. The same seed gives the same reports.
 */
final class RandomReports {

  private static final Map<String, double[]> SIGNS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("proctcae-48b-sev", new double[] {0, 1, 2, 3, 4}),
              Map.entry("proctcae-09a-frq", new double[] {0, 1, 2, 3, 4}),
              Map.entry("proctcae-19a-sev", new double[] {0, 2, 3, 4}),
              Map.entry("proctcae-24a-yn", new double[] {0, 1}),
              Map.entry("cart-temperature", new double[] {36.8, 37.9, 38, 38.3, 38.6, 38.9, 39.6}),
              Map.entry("systolic", new double[] {120, 100, 96, 91, 90, 86, 84, 70}),
              Map.entry("pulse", new double[] {72, 111, 118, 131, 138, 142, 50, 46, 40, 37, 34}),
              Map.entry("spo2", new double[] {98, 95, 94, 93, 92, 90, 86}),
              Map.entry("breathless", new double[] {0, 1, 2}),
              Map.entry("headache", new double[] {0, 1}),
              Map.entry("tremor", new double[] {0, 1}),
              Map.entry("chills", new double[] {0, 1}),
              Map.entry("confusion", new double[] {0, 0, 1}),
              Map.entry("speech", new double[] {0, 0, 1}),
              Map.entry("ice-at-most", new double[] {10, 9, 8, 7, 3}),
              Map.entry("qlq-c30-PF", new double[] {90, 80, 70, 60})));

  private static final List<String> COMPOSITES = List.of("proctcae-48", "proctcae-09");

  /** The infusion is at 0 h of the day whose noon is hour 0. */
  private static final int FIRST_HOUR = -36;

  private static final int INFUSION_HOUR = -12;
  private static final int LAST_HOUR = 30;

  private static final int SIGNS_A_SET = 4;

  private final Random random;

  /** Few, so that the reports speak of the same things. */
  private final List<String> signs;

  RandomReports(long seed) {
    random = new Random(seed);
    List<String> all = new ArrayList<>(SIGNS.keySet());
    Collections.shuffle(all, random);
    signs = all.subList(0, SIGNS_A_SET);
  }

  /** All of them are received when the last was observed, or soon after: the phone was off line. */
  List<ScoredReport> receivedInTime(int count) {
    List<ScoredReport> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      reports.add(any("r" + i, hour(), afterAll()).build());
    }
    return reports;
  }

  /** Some are corrected, or turn out to have been entered in error, once or again. */
  List<ScoredReport> withCorrections(int count) {
    List<ScoredReport> reports = new ArrayList<>(receivedInTime(count - count / 3));
    Set<String> replaced = new HashSet<>();
    for (int tries = 0; tries < 10 * count && reports.size() < count; tries++) {
      ScoredReport wrong = reports.get(random.nextInt(reports.size()));
      if (!wrong.enteredInError() && replaced.add(wrong.scoreId())) {
        reports.add(correctionOf(wrong, "c" + reports.size()));
      }
    }
    return reports;
  }

  /** Some are received days after they were observed. */
  List<ScoredReport> withLateOnes(int count) {
    List<ScoredReport> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int hour = hour();
      Duration delay = random.nextInt(3) == 0 ? Duration.ofHours(73) : Duration.ofMinutes(5);
      reports.add(any("r" + i, hour, at(hour).plus(delay)).build());
    }
    return reports;
  }

  private ScoredReport correctionOf(ScoredReport wrong, String id) {
    boolean sameTime = random.nextInt(3) > 0;
    int hour = sameTime ? (int) Duration.between(DAY_ZERO, wrong.observedAt()).toHours() : hour();
    TestReports right =
        any(id, hour, afterAll())
            .by(wrong.reporter(), wrong.reporterId())
            .replacing(wrong.scoreId());
    return random.nextInt(3) == 0
        ? right.status("entered-in-error").build()
        : right.status("amended").build();
  }

  private TestReports any(String id, int hour, Instant receivedAt) {
    boolean before = hour < INFUSION_HOUR;
    TestReports report =
        report(id)
            .atHour(hour)
            .received(receivedAt)
            .dayAfterInfusion(Math.floorDiv(hour - INFUSION_HOUR, 24));
    if (!before) {
      report.infusedOn(0);
    }
    reporter(report);
    signs(report);
    return report;
  }

  private void reporter(TestReports report) {
    String carer = "carer-" + random.nextInt(2);
    switch (random.nextInt(5)) {
      case 0, 1 -> report.by("CARER", carer);
      case 2 -> report.by("STAFF", null);
      default -> report.by("PATIENT", null);
    }
  }

  private void signs(TestReports report) {
    List<String> names = new ArrayList<>(signs);
    for (int i = random.nextInt(SIGNS_A_SET); i >= 0; i--) {
      String name = names.remove(random.nextInt(names.size()));
      double[] values = SIGNS.getOrDefault(name, new double[0]);
      if (random.nextInt(12) == 0) {
        report.missing(name);
      } else {
        report.raw(name, values[random.nextInt(values.length)]);
      }
    }
    if (random.nextInt(4) == 0) {
      report.composite(COMPOSITES.get(random.nextInt(COMPOSITES.size())), random.nextInt(4));
    }
  }

  private int hour() {
    return FIRST_HOUR + random.nextInt(LAST_HOUR - FIRST_HOUR);
  }

  private Instant afterAll() {
    return at(LAST_HOUR).plusSeconds(random.nextInt(3_600));
  }

  private static Instant at(int hour) {
    return DAY_ZERO.plus(Duration.ofHours(hour));
  }
}
