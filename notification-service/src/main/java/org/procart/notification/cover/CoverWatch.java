package org.procart.notification.cover;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.store.Leases;
import org.procart.notification.oncall.Roster;
import org.procart.notification.oncall.Rosters;
import org.procart.notification.oncall.RotaStore;
import org.procart.notification.oncall.StaffStore;
import org.procart.notification.site.Site;
import org.procart.notification.site.Sites;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the cover of every site that has a rota; one that fails stops no other. */
@Component
class CoverWatch {

  private static final Logger LOG = LoggerFactory.getLogger(CoverWatch.class);
  private static final String NO_COVER = "NO_COVER";
  private static final String NOT_JUDGED = "COVER_NOT_JUDGED";
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final RotaStore rotas;
  private final Sites sites;
  private final Rosters rosters;
  private final StaffStore staff;
  private final StepCover steps;
  private final GapWarnings warnings;
  private final Leases leases;
  private final OperationsAlarms alarms;
  private final Clock clock;
  private final Set<String> notJudged = ConcurrentHashMap.newKeySet();

  CoverWatch(
      RotaStore rotas,
      Sites sites,
      Rosters rosters,
      StaffStore staff,
      StepCover steps,
      GapWarnings warnings,
      Leases leases,
      OperationsAlarms alarms,
      Clock clock) {
    this.rotas = rotas;
    this.sites = sites;
    this.rosters = rosters;
    this.staff = staff;
    this.steps = steps;
    this.warnings = warnings;
    this.leases = leases;
    this.alarms = alarms;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${procart.notification.cover.sweep:1m}")
  void look() {
    Predicate<String> reachable = staff.reachable();
    boolean mine = leases.take("cover-watch", LEASE);
    rotas.siteIds().forEach(siteId -> lookSafely(siteId, reachable, mine));
  }

  private void lookSafely(String siteId, Predicate<String> reachable, boolean mine) {
    try {
      look(siteId, reachable, mine);
      if (notJudged.remove(siteId)) {
        alarms.clear(NOT_JUDGED, siteId);
      }
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("siteId", siteId)
          .addKeyValue("fault", e.getClass().getName())
          .log("The cover of a site could not be judged; it is tried again");
      if (notJudged.add(siteId)) {
        alarms.raise(
            NOT_JUDGED,
            siteId,
            "The cover of a site cannot be judged: nobody hears of gaps in its rota. See the log.");
      }
    }
  }

  private void look(String siteId, Predicate<String> reachable, boolean mine) {
    boolean live = sites.find(siteId).filter(Site::live).isPresent();
    rosters
        .of(siteId)
        .ifPresent(
            roster -> {
              if (mine && live) {
                warnings.look(siteId, roster, reachable);
              }
              clearNoCover(siteId, roster, reachable);
            });
    warnings.clearWhenOver(siteId);
  }

  /** It was raised by a page; only who would be paged now says that it is over. */
  private void clearNoCover(String siteId, Roster roster, Predicate<String> reachable) {
    if (steps.allReach(siteId, roster, reachable, clock.instant())) {
      alarms.clear(NO_COVER, siteId);
    }
  }
}
