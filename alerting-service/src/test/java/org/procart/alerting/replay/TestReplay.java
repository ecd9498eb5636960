package org.procart.alerting.replay;

import static org.procart.alerting.history.TestReports.DAY_ZERO;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.history.TestReports;
import org.procart.alerting.patient.EnrolledPatients.Enrolled;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.RuleSets;

/** Fever from 38.5 is tried where 38.0 is in force. */
final class TestReplay {

  private final RuleSet candidate = TestSets.feverFrom(38.5);
  private final RuleSet inForce = TestSets.feverFrom(38.0);
  private final Map<String, Instant> arrivals = new HashMap<>();
  private Period period = new Period(hour(-24), hour(30 * 24));
  private @Nullable Truth truth;

  static Instant hour(int hours) {
    return DAY_ZERO.plus(Duration.ofHours(hours));
  }

  /** A measurement that is sent a minute later. */
  static TestReports warm(String id, int atHour, double temperature) {
    return TestReports.report(id).atHour(atHour).raw("temperature", temperature);
  }

  TestReplay from(int firstHour) {
    period = new Period(hour(firstHour), period.to());
    return this;
  }

  TestReplay arriving(String id, int atHour) {
    arrivals.put("RCPT-" + id, hour(atHour));
    return this;
  }

  TestReplay knowing(Truth what) {
    truth = what;
    return this;
  }

  PatientOutcome outcome(ScoredReport... reports) {
    return replay().of(enrolled(reports[0]), List.of(reports));
  }

  DryRunReport report(ScoredReport... reports) {
    Tally tally = new Tally(contest(), terms(), truth);
    Stream.of(reports)
        .collect(Collectors.groupingBy(report -> enrolled(report).patientId()))
        .values()
        .forEach(own -> tally.add(replay().of(enrolled(own.getFirst()), own)));
    return tally.report();
  }

  private Replay replay() {
    return new Replay(contest(), terms());
  }

  private Contest contest() {
    return Contest.of(candidate, null, new RuleSets(inForce, List.of()));
  }

  private Terms terms() {
    return new Terms(period, Duration.ofHours(24), Duration.ofHours(72), arrivals);
  }

  private static Enrolled enrolled(ScoredReport report) {
    return new Enrolled(Objects.requireNonNull(report.patientId()), "site-a");
  }
}
