package org.procart.intake.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.problem.Violation;
import org.procart.chassis.security.Caller;
import org.procart.intake.snapshot.Saved;
import org.procart.intake.snapshot.Snapshot;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class SiteController {

  private static final String SITE_ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private final Sites sites;

  SiteController(Sites sites) {
    this.sites = sites;
  }

  @PutMapping("/sites/{siteId}")
  ResponseEntity<Map<String, Object>> put(
      @PathVariable String siteId, @RequestBody JsonNode body, Caller caller) {
    caller.requireAny("operator");
    List<Violation> violations = new ArrayList<>();
    if (!siteId.matches(SITE_ID)) {
      violations.add(
          new Violation("", "site-id", "Use letters, digits, - _ . in the address, at most 64."));
    }
    Optional<Site> site = SiteJson.read(siteId, body, violations);
    if (site.isEmpty()) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "invalid",
          "Correct the fields listed in errors.",
          violations);
    }
    Saved<Site> saved = sites.save(site.get());
    return shown(
        saved.outcome() == Saved.Outcome.CREATED ? HttpStatus.CREATED : HttpStatus.OK,
        saved.snapshot());
  }

  @GetMapping("/sites/{siteId}")
  ResponseEntity<Map<String, Object>> get(@PathVariable String siteId, Caller caller) {
    return sites
        .find(siteId)
        .filter(site -> caller.has("operator") || caller.seesSite(siteId))
        .map(site -> shown(HttpStatus.OK, site))
        .orElseThrow(() -> ProblemException.notFound("site"));
  }

  private static ResponseEntity<Map<String, Object>> shown(
      HttpStatus status, Snapshot<Site> snapshot) {
    return ResponseEntity.status(status)
        .eTag("\"" + snapshot.revision() + "\"")
        .body(SiteJson.write(snapshot.state()));
  }
}
