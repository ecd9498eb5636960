package org.procart.alerting.auditor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.AlertStore;
import org.procart.alerting.alert.Alerts;
import org.procart.chassis.store.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Pages again for each red that somebody took and did nothing about. */
@Component
class FollowUp {

  private static final Logger LOG = LoggerFactory.getLogger(FollowUp.class);
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final AlertStore store;
  private final Alerts alerts;
  private final Leases leases;
  private final FollowUpProperties limits;
  private final Clock clock;

  FollowUp(AlertStore store, Alerts alerts, Leases leases, FollowUpProperties limits, Clock clock) {
    this.store = store;
    this.alerts = alerts;
    this.leases = leases;
    this.limits = limits;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void sweep() {
    if (leases.take("follow-up", LEASE)) {
      look();
    }
  }

  void look() {
    Instant latest = clock.instant().minus(limits.actionWithin());
    for (Alert.Acknowledged alert : store.takenReds()) {
      if (alert.idleSince().filter(since -> !since.isAfter(latest)).isPresent()) {
        pageAgain(alert);
      }
    }
  }

  /** What goes wrong with one alert must not keep the others waiting. */
  private void pageAgain(Alert.Acknowledged alert) {
    try {
      if (alerts.pageAgain(alert)) {
        LOG.atWarn()
            .addKeyValue("alertId", alert.episode().alertId())
            .log("A red was taken and nothing was done, it is paged again");
      }
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("alertId", alert.episode().alertId())
          .addKeyValue("exception", e.getClass().getName())
          .log("An idle red could not be paged again; it is tried again in some seconds");
    }
  }
}
