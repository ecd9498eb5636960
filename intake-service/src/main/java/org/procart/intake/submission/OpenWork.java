package org.procart.intake.submission;

import java.time.Clock;
import java.time.Duration;
import org.procart.chassis.store.Leases;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with what a crash or a limit left open. */
@Component
class OpenWork {

  private static final Duration LEASE = Duration.ofSeconds(50);

  private final Reports reports;
  private final Archivist archivist;
  private final Postponed postponed;
  private final Reception reception;
  private final Leases leases;
  private final Clock clock;

  OpenWork(
      Reports reports,
      Archivist archivist,
      Postponed postponed,
      Reception reception,
      Leases leases,
      Clock clock) {
    this.reports = reports;
    this.archivist = archivist;
    this.postponed = postponed;
    this.reception = reception;
    this.leases = leases;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${procart.intake.open-work-every}")
  void goOn() {
    if (leases.take("open-work", LEASE)) {
      reports.leftBehind().forEach(archivist::archive);
      postponed.due(clock.instant(), delivery -> reception.receive(delivery, false));
    }
  }
}
