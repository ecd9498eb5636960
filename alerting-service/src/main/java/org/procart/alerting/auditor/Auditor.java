package org.procart.alerting.auditor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.AlertStore;
import org.procart.alerting.alert.Alerts;
import org.procart.alerting.alert.ChangeKind;
import org.procart.alerting.alert.Sounding;
import org.procart.alerting.notification.Armed;
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
  private static final String TEXT =
      "RED alerts that nobody took showed no sign of being paged; they were sounded again."
          + " Look at notification-service.";

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
    Set<String> rearmed = new HashSet<>();
    Set<String> silent = new HashSet<>();
    for (Alert.Open alert : store.waitingReds()) {
      Optional<Armed> armed = pages.armed(alert.episode().alertId());
      boolean live = liveness.isLive(alert.episode().sounding(), armed, clock.instant());
      if (!live && rearm(alert)) {
        rearmed.add(site(alert));
      } else if (waitsAfterRearming(alert, armed)) {
        silent.add(site(alert));
      }
    }
    silent.addAll(rearmed);
    tellOperations(rearmed, silent);
  }

  private boolean rearm(Alert.Open alert) {
    boolean rearmed = alerts.rearm(alert);
    if (rearmed) {
      LOG.atWarn()
          .addKeyValue("alertId", alert.episode().alertId())
          .log("No sign of paging for an unacknowledged red, a new sounding was begun");
    }
    return rearmed;
  }

  /** The alarm stands until notification speaks of the new sounding. */
  private static boolean waitsAfterRearming(Alert.Open alert, Optional<Armed> armed) {
    Sounding sounding = alert.episode().sounding();
    return sounding.reason() == ChangeKind.RE_ARMED
        && armed.filter(timer -> timer.sounding().equals(sounding.number())).isEmpty();
  }

  private void tellOperations(Set<String> rearmed, Set<String> silent) {
    rearmed.forEach(site -> alarms.raise(ALARM, orNull(site), TEXT));
    silentSites.stream()
        .filter(site -> !silent.contains(site))
        .forEach(site -> alarms.clear(ALARM, orNull(site)));
    silentSites = silent;
  }

  private static @Nullable String orNull(String site) {
    return site.isEmpty() ? null : site;
  }

  private static String site(Alert.Open alert) {
    return Objects.requireNonNullElse(alert.episode().origin().subject().siteId(), NO_SITE);
  }
}
