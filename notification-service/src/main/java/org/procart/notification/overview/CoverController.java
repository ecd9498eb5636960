package org.procart.notification.overview;

import static org.procart.notification.oncall.Lack.OPTED_OUT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.procart.notification.oncall.CalendarStore;
import org.procart.notification.oncall.Gap;
import org.procart.notification.oncall.KeptCalendar;
import org.procart.notification.oncall.Roster;
import org.procart.notification.oncall.Rosters;
import org.procart.notification.oncall.RotaStore;
import org.procart.notification.overview.CoverReport.EmptyStep;
import org.procart.notification.overview.CoverReport.Unreachable;
import org.procart.notification.policy.EscalationPolicy;
import org.procart.notification.policy.PolicyStore;
import org.procart.notification.request.Faults;
import org.procart.notification.request.Rights;
import org.procart.notification.site.Site;
import org.procart.notification.site.Sites;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/sites/{siteId}")
class CoverController {

  private static final int LONGEST_DAYS = 92;
  private static final int READY_DAYS = 14;

  private final Sites sites;
  private final RotaStore rotas;
  private final Rosters rosters;
  private final CalendarStore calendars;
  private final PolicyStore policies;
  private final CoverReport report;
  private final Clock clock;

  CoverController(
      Sites sites,
      RotaStore rotas,
      Rosters rosters,
      CalendarStore calendars,
      PolicyStore policies,
      CoverReport report,
      Clock clock) {
    this.sites = sites;
    this.rotas = rotas;
    this.rosters = rosters;
    this.calendars = calendars;
    this.policies = policies;
    this.report = report;
    this.clock = clock;
  }

  record Cover(
      String siteId,
      ZoneId zone,
      Instant from,
      Instant to,
      List<Gap> gaps,
      List<Unreachable> unreachable,
      List<EmptyStep> emptySteps,
      List<LocalDate> clockChangeDays,
      @Nullable String owner,
      List<EmptyStep> stepGaps,
      List<ClockChange> clockChanges,
      List<DoubleCover> doubleCover,
      List<UnknownPerson> unknownPeople,
      List<CalendarState> calendars) {}

  /** An event of a calendar that names nobody we know: those hours count as nobody's. */
  record UnknownPerson(String calendar, String summary, Instant from, Instant to) {
    static UnknownPerson of(Roster.Unknown unknown) {
      return new UnknownPerson(
          unknown.calendar(),
          unknown.event().named().summary(),
          unknown.event().start(),
          unknown.event().end());
    }
  }

  /**
   * A calendar that cannot be trusted.
   *
   * @param state MISSING: a layer follows it and it was never put; FAILING: it cannot be fetched
   */
  record CalendarState(
      String calendar, String state, @Nullable Instant since, @Nullable String reason) {}

  /**
   * @param lacks without these a page may find nobody
   * @param advice what would be better
   */
  record Readiness(String siteId, boolean ready, List<String> lacks, List<String> advice) {}

  @GetMapping("/cover")
  Cover cover(
      Caller caller, @PathVariable String siteId, @RequestParam(defaultValue = "14") int days) {
    Rights.requireSees(caller, siteId);
    Faults faults = new Faults();
    faults.check(
        days >= 1 && days <= LONGEST_DAYS, "/days", "out-of-range", "Ask for 1 to 92 days.");
    faults.throwIfAny();
    Site site = sites.find(siteId).orElseThrow(() -> ProblemException.notFound("site"));
    return cover(site, days);
  }

  /** What a site must still do before patients may rely on it. */
  @GetMapping("/readiness")
  Readiness readiness(Caller caller, @PathVariable String siteId) {
    Rights.requireSees(caller, siteId);
    List<String> lacks = new ArrayList<>();
    Optional<Site> site = sites.find(siteId);
    if (site.isEmpty()) {
      lacks.add("SITE");
    }
    if (rotas.find(siteId).isEmpty()) {
      lacks.add("ROTA");
    }
    Optional<EscalationPolicy> policy = policies.find(siteId);
    if (policy.isEmpty()) {
      lacks.add("ESCALATION_POLICY");
    }
    if (policy.filter(each -> each.desk() != null).isEmpty()) {
      lacks.add("DESK");
    }
    site.map(each -> cover(each, READY_DAYS)).ifPresent(cover -> addLacks(cover, lacks));
    boolean owned = rotas.find(siteId).filter(rota -> rota.owner() != null).isPresent();
    return new Readiness(siteId, lacks.isEmpty(), lacks, owned ? List.of() : List.of("ROTA_OWNER"));
  }

  private static void addLacks(Cover cover, List<String> lacks) {
    if (!cover.gaps().isEmpty()) {
      lacks.add("ROTA_WITHOUT_GAPS");
    }
    boolean optedOut = cover.unreachable().stream().anyMatch(each -> each.lack() == OPTED_OUT);
    if (cover.unreachable().stream().anyMatch(each -> each.lack() != OPTED_OUT)) {
      lacks.add("VERIFIED_CONTACTS");
    }
    if (optedOut) {
      lacks.add("PHONES_NOT_OPTED_OUT");
    }
    if (!cover.calendars().isEmpty()) {
      lacks.add("CALENDARS");
    }
    if (!cover.unknownPeople().isEmpty()) {
      lacks.add("KNOWN_PEOPLE_IN_CALENDARS");
    }
    if (!cover.emptySteps().isEmpty()) {
      lacks.add("PEOPLE_FOR_EACH_STEP");
    }
  }

  private Cover cover(Site site, int days) {
    Instant from = clock.instant();
    Instant to = from.plus(Duration.ofDays(days));
    Roster roster = rosters.of(site.siteId()).orElseThrow(() -> ProblemException.notFound("site"));
    EscalationPolicy policy =
        policies.find(site.siteId()).orElseGet(() -> EscalationPolicy.standard(site.siteId()));
    return new Cover(
        site.siteId(),
        site.zone(),
        from,
        to,
        report.gaps(roster, from, to),
        report.unreachable(roster, policy, from, to),
        report.emptySteps(roster, policy),
        report.clockChanges(from, to, site.zone()),
        roster.rota().owner(),
        report.stepGaps(roster, policy, from, to),
        ClockChange.between(from, to, site.zone())
            .map(change -> ClockChange.of(change, roster))
            .toList(),
        DoubleCover.between(roster, from, to),
        roster.unknown(from, to).map(UnknownPerson::of).toList(),
        calendars(roster));
  }

  private List<CalendarState> calendars(Roster roster) {
    List<KeptCalendar> kept = calendars.atSite(roster.rota().siteId());
    Stream<CalendarState> missing =
        roster.rota().calendars().stream()
            .filter(name -> kept.stream().noneMatch(each -> each.name().equals(name)))
            .map(name -> new CalendarState(name, "MISSING", null, null));
    Stream<CalendarState> failing =
        kept.stream()
            .filter(each -> each.failedSince() != null)
            .map(
                each ->
                    new CalendarState(each.name(), "FAILING", each.failedSince(), each.fault()));
    return Stream.concat(missing, failing).toList();
  }
}
