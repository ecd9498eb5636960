package org.procart.intake.advice;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.intake.site.AdviceLevel;
import org.procart.intake.site.Site;
import org.procart.intake.site.Sites;
import org.procart.intake.site.StaffedHours;
import org.procart.intake.snapshot.Snapshot;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A site's texts for front ends to keep and show when the platform cannot be reached. Open, since a
 * patient without a valid token needs it most.
 */
@RestController
class AdviceController {

  private static final Duration FRESH = Duration.ofMinutes(5);

  private final Sites sites;

  AdviceController(Sites sites) {
    this.sites = sites;
  }

  /** What is told at each level, and when somebody reads; a cached answer cannot say "now". */
  record SiteAdvice(
      String siteId,
      String language,
      String version,
      String phone,
      String emergencyNumber,
      Map<AdviceLevel, String> advice,
      String zoneId,
      List<Map<String, String>> staffedHours) {}

  @GetMapping("/sites/{siteId}/advice")
  ResponseEntity<SiteAdvice> advice(
      @PathVariable String siteId, @RequestParam(required = false) @Nullable String language) {
    Snapshot<Site> site = sites.find(siteId).orElseThrow(() -> ProblemException.notFound("site"));
    SiteAdvice advice = advice(site, language);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
        .eTag("\"%s-%s\"".formatted(advice.version(), advice.language()))
        .body(advice);
  }

  private static SiteAdvice advice(Snapshot<Site> snapshot, @Nullable String language) {
    Site site = snapshot.state();
    String spoken = Advisor.language(site, AdviceLevel.URGENT, language);
    Map<AdviceLevel, String> texts = new EnumMap<>(AdviceLevel.class);
    for (AdviceLevel level : AdviceLevel.values()) {
      texts.put(level, Advisor.advise(level, snapshot, language, java.time.Instant.EPOCH).text());
    }
    return new SiteAdvice(
        site.siteId(),
        spoken,
        Advisor.version(snapshot),
        site.advicePhone(),
        site.emergencyNumber(),
        texts,
        site.zone().getId(),
        site.staffedHours().stream().map(AdviceController::hours).toList());
  }

  private static Map<String, String> hours(StaffedHours hours) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("dayOfWeek", hours.dayOfWeek().name());
    json.put("from", hours.fromText());
    json.put("to", hours.toText());
    return json;
  }
}
