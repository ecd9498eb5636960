package org.procart.intake.schedule;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.intake.snapshot.Republication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** When plans are made again and told again, and that a person hears when it does not work. */
class ReplanTimer {

  private static final Logger LOG = LoggerFactory.getLogger(ReplanTimer.class);
  private static final String ALARM = "PLAN_STUCK";

  /** A store that is away for a moment is no reason to call anybody. */
  private static final int TELL_AFTER = 3;

  private final ReplanRound round;
  private final ReplanNotes notes;
  private final Republication<Planned> republication;
  private final OperationsAlarms alarms;
  private final Clock clock;
  private final AtomicBoolean told = new AtomicBoolean();

  ReplanTimer(
      ReplanRound round,
      ReplanNotes notes,
      Republication<Planned> republication,
      OperationsAlarms alarms,
      Clock clock) {
    this.round = round;
    this.notes = notes;
    this.republication = republication;
    this.alarms = alarms;
    this.clock = clock;
  }

  /** Has a thread of its own: a large site takes minutes, and nothing else waits for it. */
  @Scheduled(
      fixedDelayString = "${procart.intake.replan-every}",
      scheduler = ScheduleConfiguration.REPLAN_SCHEDULER)
  void goOn() {
    try {
      if (round.run() || told.get()) { // another instance may have mended it
        tell(notes.stuck(TELL_AFTER));
      }
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("exception", e.getClass().getName())
          .log("Plans could not be made again; the wishes stand");
    }
  }

  /** Mends what nobody wished for, such as a release that brings another built-in protocol. */
  @Scheduled(cron = "${procart.intake.republish-cron}", zone = "UTC")
  void daily() {
    notes.everybodyNow(clock.instant());
    goOn();
    republication.run();
  }

  private void tell(long stuck) {
    if (stuck == 0) {
      told.set(false);
      alarms.clear(ALARM, null);
    } else if (told.compareAndSet(false, true)) {
      alarms.raise(
          ALARM,
          null,
          "What is asked of %d patients could not be worked out: nobody may notice that they are silent. The log of intake has their ids."
              .formatted(stuck));
    }
  }
}
