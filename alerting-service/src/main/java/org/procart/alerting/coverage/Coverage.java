package org.procart.alerting.coverage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.store.Leases;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * For which time a report that is not here was not sent: intake gave its signs of life, and what it
 * received went all the way.
 */
@Component
public class Coverage {

  private static final String ALARM = "INTAKE_SILENT";
  private static final String TEXT =
      "intake has given no sign of life for more than two minutes: patients may not be able to"
          + " report, and nobody notices missing reports meanwhile.";
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration SILENT = Duration.ofMinutes(2);

  private final Beats beats;
  private final Backlog backlog;
  private final Leases leases;
  private final OperationsAlarms alarms;
  private final Clock clock;
  private final Instant startedAt;
  private boolean told;

  Coverage(Beats beats, Backlog backlog, Leases leases, OperationsAlarms alarms, Clock clock) {
    this.beats = beats;
    this.backlog = backlog;
    this.leases = leases;
    this.alarms = alarms;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  public Covered now() {
    return beats
        .intake()
        .map(
            life ->
                new Covered(life.coveredSince(), earlier(life.publishedUntil(), backlog.through())))
        .orElse(Covered.NOTHING);
  }

  /** After a start, what intake said meanwhile must be read before its silence means anything. */
  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void sweep() {
    boolean settled = startedAt.plus(SILENT).isBefore(clock.instant());
    if (settled && leases.take("intake-life", LEASE)) {
      watch();
    }
  }

  synchronized void watch() {
    Instant latest = beats.intake().map(Beats.Life::lastAt).orElse(Instant.EPOCH);
    boolean silent = latest.plus(SILENT).isBefore(clock.instant());
    if (silent && !told) {
      alarms.raise(ALARM, null, TEXT);
    } else if (!silent) {
      alarms.clear(ALARM, null);
    }
    told = silent;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
