package org.procart.notification.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.procart.notification.oncall.Gap;
import org.procart.notification.oncall.Rota;
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
  private final PolicyStore policies;
  private final CoverReport report;
  private final Clock clock;

  CoverController(
      Sites sites, RotaStore rotas, PolicyStore policies, CoverReport report, Clock clock) {
    this.sites = sites;
    this.rotas = rotas;
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
      List<LocalDate> clockChangeDays) {}

  record Readiness(String siteId, boolean ready, List<String> lacks) {}

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
    return new Readiness(siteId, lacks.isEmpty(), lacks);
  }

  private static void addLacks(Cover cover, List<String> lacks) {
    if (!cover.gaps().isEmpty()) {
      lacks.add("ROTA_WITHOUT_GAPS");
    }
    if (!cover.unreachable().isEmpty()) {
      lacks.add("VERIFIED_CONTACTS");
    }
    if (!cover.emptySteps().isEmpty()) {
      lacks.add("PEOPLE_FOR_EACH_STEP");
    }
  }

  private Cover cover(Site site, int days) {
    Instant from = clock.instant();
    Instant to = from.plus(Duration.ofDays(days));
    Rota rota = rotas.find(site.siteId()).orElseGet(() -> Rota.none(site.siteId()));
    EscalationPolicy policy =
        policies.find(site.siteId()).orElseGet(() -> EscalationPolicy.standard(site.siteId()));
    return new Cover(
        site.siteId(),
        site.zone(),
        from,
        to,
        report.gaps(rota, from, to, site.zone()),
        report.unreachable(rota, policy),
        report.emptySteps(rota, policy),
        report.clockChanges(from, to, site.zone()));
  }
}
