package org.procart.alerting.auditor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.AlertStore;
import org.procart.alerting.alert.Alerts;
import org.procart.alerting.alert.ChangeKind;
import org.procart.alerting.alert.Sounding;
import org.procart.alerting.notification.PageLog;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.store.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives a new sounding to each unacknowledged red that nobody seems to be paged for. */
@Component
class Auditor {

  private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final String ALARM = "PAGING_SILENT";
  private static final String NO_SITE = "";

  private final AlertStore store;
  private final Alerts alerts;
  private final PageLog pages;
  private final Leases leases;
  private final OperationsAlarms alarms;
  private final AuditorProperties limits;
  private final Clock clock;
  private final Instant startedAt;
  private Set<String> silentSites = Set.of();

  Auditor(
      AlertStore store,
      Alerts alerts,
      PageLog pages,
      Leases leases,
      OperationsAlarms alarms,
      AuditorProperties limits,
      Clock clock) {
    this.store = store;
    this.alerts = alerts;
    this.pages = pages;
    this.leases = leases;
    this.alarms = alarms;
    this.limits = limits;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /** After a start, notification's backlog must be read before its silence means anything. */
  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void sweep() {
    boolean settled = startedAt.plus(limits.silentAfter()).isBefore(clock.instant());
    if (settled && leases.take("auditor", LEASE)) {
      audit();
    }
  }

  synchronized void audit() {
    Liveness liveness = new Liveness(limits);
    Set<String> silent = new HashSet<>();
    for (Alert.Open alert : store.waitingReds()) {
      String alertId = alert.episode().alertId();
      boolean live =
          liveness.isLive(alert.episode().sounding(), pages.armed(alertId), clock.instant());
      if (!live && alerts.rearm(alert)) {
        tell(alert);
        silent.add(site(alert));
      } else if (waitsAfterRearming(alert)) {
        silent.add(site(alert));
      }
    }
    silentSites.stream()
        .filter(site -> !silent.contains(site))
        .forEach(site -> alarms.clear(ALARM, site.isEmpty() ? null : site));
    silentSites = silent;
  }

  /** The alarm stands until notification speaks of the new sounding. */
  private boolean waitsAfterRearming(Alert.Open alert) {
    Sounding sounding = alert.episode().sounding();
    return sounding.reason() == ChangeKind.RE_ARMED
        && pages
            .armed(alert.episode().alertId())
            .filter(timer -> timer.sounding().equals(sounding.number()))
            .isEmpty();
  }

  private void tell(Alert.Open alert) {
    LOG.atWarn()
        .addKeyValue("alertId", alert.episode().alertId())
        .log("No sign of paging for an unacknowledged red, a new sounding was begun");
    alarms.raise(
        ALARM,
        alert.episode().origin().subject().siteId(),
        "A RED alert that nobody took showed no sign of being paged; it was sounded again."
            + " Look at notification-service.");
  }

  private static String site(Alert.Open alert) {
    return Objects.requireNonNullElse(alert.episode().origin().subject().siteId(), NO_SITE);
  }
}
