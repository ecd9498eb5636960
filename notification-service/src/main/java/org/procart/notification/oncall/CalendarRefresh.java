package org.procart.notification.oncall;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.notification.site.Sites;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Fetches calendars anew and says when one grows old. */
@Component
class CalendarRefresh {

  static final String STALE = "CALENDAR_STALE";
  private static final Logger LOG = LoggerFactory.getLogger(CalendarRefresh.class);

  private final CalendarStore calendars;
  private final CalendarImport imports;
  private final CalendarSettings settings;
  private final Sites sites;
  private final ObjectProvider<StaleListener> listeners;
  private final OperationsAlarms alarms;
  private final Clock clock;
  private Set<String> staleSites = Set.of();

  CalendarRefresh(
      CalendarStore calendars,
      CalendarImport imports,
      CalendarSettings settings,
      Sites sites,
      ObjectProvider<StaleListener> listeners,
      OperationsAlarms alarms,
      Clock clock) {
    this.calendars = calendars;
    this.imports = imports;
    this.settings = settings;
    this.sites = sites;
    this.listeners = listeners;
    this.alarms = alarms;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${procart.notification.calendar.sweep:30s}")
  synchronized void refreshDue() {
    Instant now = clock.instant();
    calendars.due(now).stream()
        .filter(kept -> calendars.claim(kept, now))
        .forEach(
            kept ->
                sites.find(kept.siteId()).ifPresent(site -> imports.refresh(kept, site.zone())));
    tellStale(calendars.failingSince(now.minus(settings.staleAfter())));
  }

  private void tellStale(List<KeptCalendar> stale) {
    stale.stream()
        .filter(kept -> !kept.told())
        .filter(calendars::tell)
        .forEach(
            kept -> {
              LOG.atWarn()
                  .addKeyValue("siteId", kept.siteId())
                  .addKeyValue("calendar", kept.name())
                  .addKeyValue("reason", kept.fault())
                  .log("A calendar cannot be fetched; the last good copy counts");
              alarms.raise(
                  STALE,
                  kept.siteId(),
                  "A calendar of the rota cannot be fetched; the last good copy counts.");
              listeners.forEach(listener -> listener.stale(kept));
            });
    Set<String> now = stale.stream().map(KeptCalendar::siteId).collect(Collectors.toSet());
    staleSites.stream().filter(siteId -> !now.contains(siteId)).forEach(this::clear);
    staleSites = now;
  }

  private void clear(String siteId) {
    alarms.clear(STALE, siteId);
  }
}
