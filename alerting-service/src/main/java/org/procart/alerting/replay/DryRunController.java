package org.procart.alerting.replay;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.RuleSetRefusedException;
import org.procart.alerting.rule.RuleVersions;
import org.procart.alerting.rule.RulesInForce;
import org.procart.alerting.score.PagingProperties;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What a version would have rung, for those who write and approve it. */
@RestController
@RequestMapping("/rule-sets/{id}")
class DryRunController {

  private static final String ASYNCHRONOUS = "respond-async";

  private final DryRunDesk desk;
  private final RuleVersions versions;
  private final RulesInForce inForce;
  private final PagingProperties paging;
  private final DryRunProperties properties;
  private final Clock clock;

  DryRunController(
      DryRunDesk desk,
      RuleVersions versions,
      RulesInForce inForce,
      PagingProperties paging,
      DryRunProperties properties,
      Clock clock) {
    this.desk = desk;
    this.versions = versions;
    this.inForce = inForce;
    this.paging = paging;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * @param prefer {@code respond-async} (RFC 7240): the report is fetched later
   */
  @PostMapping("/versions/{version}/dry-run")
  ResponseEntity<DryRunView> begin(
      Caller caller,
      @PathVariable String id,
      @PathVariable String version,
      @RequestHeader(name = "Prefer", defaultValue = "") String prefer,
      @RequestBody(required = false) @Valid @Nullable DryRunRequest body) {
    requireRole(caller);
    DryRunRequest request = Objects.requireNonNullElse(body, DryRunRequest.ALL_BY_DEFAULT);
    DryRunOrder order = order(caller, version(id, version), request);
    Duration patience = prefer.contains(ASYNCHRONOUS) ? Duration.ZERO : properties.answerWithin();
    DryRunDocument run = desk.begin(order, patience);
    return ResponseEntity.status(
            run.state() == DryRunState.DONE ? HttpStatus.OK : HttpStatus.ACCEPTED)
        .location(
            UriComponentsBuilder.fromPath("/rule-sets")
                .pathSegment(id, "dry-runs", run.id())
                .encode()
                .build()
                .toUri())
        .body(DryRunView.of(run, caller));
  }

  @GetMapping("/dry-runs/{runId}")
  DryRunView get(Caller caller, @PathVariable String id, @PathVariable String runId) {
    requireRole(caller);
    DryRunDocument run =
        desk.find(runId)
            .filter(found -> found.ruleSetId().equals(id))
            .orElseThrow(() -> ProblemException.notFound("dry-run"));
    requireSite(caller, run.siteId());
    return DryRunView.of(run, caller);
  }

  private DryRunOrder order(Caller caller, RuleSet candidate, DryRunRequest request) {
    String siteId = candidate.site() == null ? request.siteId() : candidate.site();
    if (request.siteId() != null && !request.siteId().equals(siteId)) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "other-site",
          "This set is of one site; leave siteId out, or name that site.");
    }
    requireSite(caller, siteId);
    Terms terms =
        new Terms(
            AskedPeriod.of(request.from(), request.to(), clock.instant()),
            request.episode(),
            paging.observedWithin(),
            request.knownArrivals());
    return new DryRunOrder(
        Contest.of(candidate, siteId, inForce.now()), terms, request.known(), caller.subject());
  }

  private RuleSet version(String id, String version) {
    try {
      return versions
          .find(id, version)
          .orElseThrow(() -> ProblemException.notFound("version of this rule set"));
    } catch (RuleSetRefusedException e) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "rule-set-refused",
          "This release of the service cannot use this version; write a mended one.");
    }
  }

  private static void requireRole(Caller caller) {
    caller.requireAny("rule-author", "rule-approver");
  }

  /** A site's reports are for its own people; those of all sites for operators too. */
  private static void requireSite(Caller caller, @Nullable String siteId) {
    if (siteId == null) {
      caller.requireAny("operator");
    } else {
      caller.requireSite(siteId);
    }
  }
}
