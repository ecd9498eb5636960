package org.procart.alerting.auditor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.procart.alerting.alert.ChangeKind;
import org.procart.alerting.alert.Sounding;
import org.procart.alerting.notification.Armed;

/** Whether somebody is being paged for a sounding, as far as can be seen from here. Pure. */
final class Liveness {

  private final AuditorProperties limits;

  Liveness(AuditorProperties limits) {
    this.limits = limits;
  }

  boolean isLive(Sounding sounding, Optional<Armed> armed, Instant now) {
    return isYoung(sounding, now)
        || armed
            .filter(timer -> timer.sounding().equals(sounding.number()))
            .filter(timer -> timer.seenAt().plus(limits.silentAfter()).isAfter(now))
            .filter(timer -> isWaiting(timer, now))
            .isPresent();
  }

  private boolean isWaiting(Armed timer, Instant now) {
    Instant nextStepAt = timer.nextStepAt();
    return nextStepAt != null && nextStepAt.plus(limits.overdueAfter()).isAfter(now);
  }

  private boolean isYoung(Sounding sounding, Instant now) {
    Duration grace =
        sounding.reason() == ChangeKind.RE_ARMED ? limits.againAfter() : limits.silentAfter();
    return sounding.at().plus(grace).isAfter(now);
  }
}
