package org.procart.notification.cover;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.store.Leases;
import org.procart.notification.document.KeptRecords;
import org.procart.notification.oncall.Gap;
import org.procart.notification.oncall.Roster;
import org.procart.notification.oncall.Rosters;
import org.procart.notification.oncall.RotaStore;
import org.procart.notification.oncall.StaffStore;
import org.procart.notification.oncall.StaffWording;
import org.procart.notification.site.Site;
import org.procart.notification.site.Sites;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells a live site before nobody can be paged in a layer. First told, then noted: who is killed in
 * between is told twice, never not at all.
 */
@Component
class CoverWatch {

  private static final String GAP_AHEAD = "COVER_GAP_AHEAD";
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration FURTHER = Duration.ofDays(7);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final RotaStore rotas;
  private final Sites sites;
  private final Rosters rosters;
  private final StaffStore staff;
  private final SiteWord word;
  private final WatchSettings settings;
  private final Leases leases;
  private final OperationsAlarms alarms;
  private final Clock clock;
  private final KeptRecords<Warning> warnings;

  CoverWatch(
      RotaStore rotas,
      Sites sites,
      Rosters rosters,
      StaffStore staff,
      SiteWord word,
      WatchSettings settings,
      Leases leases,
      OperationsAlarms alarms,
      Clock clock,
      MongoDatabase database) {
    this.rotas = rotas;
    this.sites = sites;
    this.rosters = rosters;
    this.staff = staff;
    this.word = word;
    this.settings = settings;
    this.leases = leases;
    this.alarms = alarms;
    this.clock = clock;
    this.warnings = new KeptRecords<>(database, "cover_warnings", Warning.class);
  }

  @Scheduled(fixedDelayString = "${procart.notification.cover.sweep:1m}")
  void look() {
    Predicate<String> reachable = staff.reachable();
    boolean mine = leases.take("cover-watch", LEASE);
    for (String siteId : rotas.siteIds()) {
      if (mine && sites.find(siteId).filter(Site::live).isPresent()) {
        rosters.of(siteId).ifPresent(roster -> look(siteId, roster, reachable));
      }
      // The instance that raised it need not be the one that looks now.
      if (open(siteId).isEmpty()) {
        alarms.clear(GAP_AHEAD, siteId);
      }
    }
  }

  private void look(String siteId, Roster roster, Predicate<String> reachable) {
    Instant now = clock.instant();
    Instant last = now.plus(settings.horizon());
    // Looked at further, so that the end of a gap is known when its begin comes in sight.
    List<Gap> gaps =
        roster.gaps(now, last.plus(FURTHER), reachable).stream()
            .filter(gap -> gap.from().isBefore(last))
            .toList();
    List<Warning> open = open(siteId);
    gaps.forEach(gap -> warn(siteId, gap, open, roster.zone(), now));
    open.stream()
        .filter(warning -> gaps.stream().noneMatch(warning::isOf))
        .forEach(warning -> over(warning, roster.zone(), now));
  }

  private void warn(String siteId, Gap gap, List<Warning> open, ZoneId zone, Instant now) {
    Duration due = settings.due(Duration.between(now, gap.from()));
    Optional<Warning> known = open.stream().filter(warning -> warning.isOf(gap)).findFirst();
    if (known.filter(warning -> warning.wasToldAt(due)).isPresent()) {
      return;
    }
    Warning warning =
        known.map(before -> before.told(gap, due)).orElseGet(() -> Warning.of(siteId, gap, due));
    word.tell(
        siteId,
        "gap-" + warning.id() + "-" + due.toMinutes(),
        StaffWording.GAP_SUBJECT,
        StaffWording.GAP,
        siteId,
        gap.role(),
        gap.layer(),
        time(gap.from(), zone),
        time(gap.to(), zone));
    alarms.raise(
        GAP_AHEAD,
        siteId,
        "A layer of the rota has nobody who can be paged. See the site's cover.");
    warnings.put(warning.id(), warning);
  }

  private void over(Warning warning, ZoneId zone, Instant now) {
    if (now.isBefore(warning.to())) {
      word.tell(
          warning.siteId(),
          "mended-" + warning.id(),
          StaffWording.MENDED_SUBJECT,
          StaffWording.MENDED,
          warning.siteId(),
          warning.role(),
          warning.layer(),
          time(warning.from(), zone));
    }
    warnings.remove(warning.id());
  }

  private List<Warning> open(String siteId) {
    return warnings.all().stream().filter(each -> each.siteId().equals(siteId)).toList();
  }

  private static String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }
}
