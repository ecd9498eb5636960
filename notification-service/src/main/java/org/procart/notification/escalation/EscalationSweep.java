package org.procart.notification.escalation;

import java.time.Clock;
import java.time.Instant;
import org.procart.notification.key.Keys;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for escalations whose time has come; every instance does, the guarded update decides. */
@Component
class EscalationSweep {

  private static final int AT_ONCE = 200;

  private final EscalationStore store;
  private final ReceiptBook receipts;
  private final Keys keys;
  private final AmberPost ambers;
  private final Wake wake;
  private final Clock clock;

  EscalationSweep(
      EscalationStore store,
      ReceiptBook receipts,
      Keys keys,
      AmberPost ambers,
      Wake wake,
      Clock clock) {
    this.store = store;
    this.receipts = receipts;
    this.keys = keys;
    this.ambers = ambers;
    this.wake = wake;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${procart.notification.sweep:1s}")
  void wakeDue() {
    store.due(clock.instant(), AT_ONCE).forEach(wake::soon);
  }

  @Scheduled(fixedDelayString = "${procart.notification.archive-sweep:30s}")
  void archive() {
    store.archiveFinished();
  }

  @Scheduled(fixedDelayString = "${procart.notification.clean-up:10m}")
  void cleanUp() {
    Instant now = clock.instant();
    receipts.clean(now);
    keys.clean(now);
    ambers.clean(now);
  }
}
