package org.procart.notification.escalation;

import java.time.Clock;
import java.util.Set;
import org.procart.chassis.alarm.OperationsAlarms;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Moves an escalation on and hands its claimed attempts to the channels. */
@Component
class Pager {

  private final Escalations escalations;
  private final Covers covers;
  private final HandOver handOver;
  private final Wake wake;
  private final OperationsAlarms alarms;
  private final ObjectProvider<NoCoverListener> sites;
  private final Clock clock;

  Pager(
      Escalations escalations,
      Covers covers,
      HandOver handOver,
      Wake wake,
      OperationsAlarms alarms,
      ObjectProvider<NoCoverListener> sites,
      Clock clock) {
    this.escalations = escalations;
    this.covers = covers;
    this.handOver = handOver;
    this.wake = wake;
    this.alarms = alarms;
    this.sites = sites;
    this.clock = clock;
  }

  void advance(String escalationId) {
    try {
      escalations.advance(escalationId, covers).ifPresent(this::follow);
    } catch (RuntimeException e) {
      escalations.postpone(escalationId);
      throw e;
    }
  }

  private void follow(Turn turn) {
    String id = turn.before.id();
    for (Attempt claimed : turn.claims) {
      wake.run(id, () -> handOver.send(id, claimed).forEach(this::advance));
    }
    if (!turn.before.page().synthetic()) {
      tellOperations(turn.before.page(), turn.concerns);
    }
  }

  private void tellOperations(Page page, Set<Concern> concerns) {
    if (concerns.contains(Concern.NO_COVER)) {
      tellSite(page);
      alarms.raise(
          "NO_COVER",
          page.siteId(),
          "An escalation step had nobody; the platform desk was paged. Mend the rota of the site.");
    }
    if (concerns.contains(Concern.NOBODY_REACHED)) {
      alarms.raise(
          "NOBODY_REACHED",
          page.siteId(),
          "A whole paging round has no delivery receipt. Look at the channels; telephone the"
              + " desk.");
    }
  }

  private void tellSite(Page page) {
    String siteId = page.siteId();
    if (siteId != null) {
      sites.forEach(site -> site.noCover(siteId, clock.instant()));
    }
  }
}
