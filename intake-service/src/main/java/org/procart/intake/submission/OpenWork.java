package org.procart.intake.submission;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.store.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with what a crash or a limit left open. What is stuck stops nothing else. */
@Component
class OpenWork {

  private static final Logger LOG = LoggerFactory.getLogger(OpenWork.class);
  private static final Duration LEASE = Duration.ofSeconds(50);
  private static final String ALARM = "OPEN_WORK_STUCK";

  private final Reports reports;
  private final Archivist archivist;
  private final Postponed postponed;
  private final Reception reception;
  private final OperationsAlarms alarms;
  private final Leases leases;
  private final Clock clock;
  private final AtomicBoolean told = new AtomicBoolean();

  OpenWork(
      Reports reports,
      Archivist archivist,
      Postponed postponed,
      Reception reception,
      OperationsAlarms alarms,
      Leases leases,
      Clock clock) {
    this.reports = reports;
    this.archivist = archivist;
    this.postponed = postponed;
    this.reception = reception;
    this.alarms = alarms;
    this.leases = leases;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${procart.intake.open-work-every}")
  void goOn() {
    if (leases.take("open-work", LEASE)) {
      tell(stuck(this::moveOn) + stuck(this::takePostponed));
    }
  }

  private int moveOn() {
    return Math.toIntExact(
        reports.leftBehind().stream().filter(documentId -> !archivist.archive(documentId)).count());
  }

  private int takePostponed() {
    return postponed.due(clock.instant(), delivery -> reception.receive(delivery, false));
  }

  /** One kind of work must not wait for the other. */
  private static int stuck(IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("exception", e.getClass().getName()).log("Open work failed");
      return 1;
    }
  }

  private void tell(int stuck) {
    if (stuck == 0) {
      told.set(false);
      alarms.clear(ALARM, null);
    } else if (told.compareAndSet(false, true)) {
      alarms.raise(
          ALARM,
          null,
          "Stored reports could not be moved on, %d at the first try. The log of intake has their ids."
              .formatted(stuck));
    }
  }
}
