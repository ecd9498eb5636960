package org.procart.intake.advice;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.intake.site.AdviceLevel;
import org.procart.intake.site.AdviceTexts;
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

  private static final Duration FOR_EVER = Duration.ofDays(365);

  private static final PlatformTexts PLATFORM = PlatformTexts.load();

  private final Sites sites;
  private final AdviceTexts texts;

  AdviceController(Sites sites, AdviceTexts texts) {
    this.sites = sites;
    this.texts = texts;
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

  /** What was told by one version of the texts; the platform's own name no number. */
  record KeptAdvice(
      String siteId,
      String language,
      String version,
      @Nullable String phone,
      @Nullable String emergencyNumber,
      Map<AdviceLevel, String> advice) {}

  @GetMapping("/sites/{siteId}/advice")
  ResponseEntity<SiteAdvice> advice(
      @PathVariable String siteId, @RequestParam(required = false) @Nullable String language) {
    Snapshot<Site> site = sites.find(siteId).orElseThrow(() -> ProblemException.notFound("site"));
    SiteAdvice advice = advice(site.state(), language);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
        .eTag("\"%s-%d-%s\"".formatted(siteId, site.revision(), advice.language()))
        .body(advice);
  }

  /**
   * What somebody was told at any time.
   *
   * @param version as in the answer to a report, or without the site in front
   */
  @GetMapping(path = "/sites/{siteId}/advice", params = "version")
  ResponseEntity<KeptAdvice> kept(
      @PathVariable String siteId,
      @RequestParam String version,
      @RequestParam(required = false) @Nullable String language) {
    KeptAdvice kept =
        version.equals(PLATFORM.version())
            ? platform(siteId, PLATFORM.language(language))
            : site(siteId, version, language);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
        .body(kept);
  }

  private KeptAdvice site(String siteId, String version, @Nullable String language) {
    String name = version.startsWith(siteId + "/") ? version : siteId + "/" + version;
    Site site =
        texts.find(name).orElseThrow(() -> ProblemException.notFound("version of the texts"));
    return new KeptAdvice(
        siteId,
        Advisor.language(site, AdviceLevel.URGENT, language),
        name,
        site.advicePhone(),
        site.emergencyNumber(),
        words(site, language));
  }

  private static KeptAdvice platform(String siteId, String language) {
    return new KeptAdvice(
        siteId, language, PLATFORM.version(), null, null, PLATFORM.texts(language));
  }

  private static SiteAdvice advice(Site site, @Nullable String language) {
    return new SiteAdvice(
        site.siteId(),
        Advisor.language(site, AdviceLevel.URGENT, language),
        site.adviceVersion(),
        site.advicePhone(),
        site.emergencyNumber(),
        words(site, language),
        site.zone().getId(),
        site.staffedHours().stream().map(AdviceController::hours).toList());
  }

  private static Map<AdviceLevel, String> words(Site site, @Nullable String language) {
    Map<AdviceLevel, String> words = new EnumMap<>(AdviceLevel.class);
    for (AdviceLevel level : AdviceLevel.values()) {
      words.put(level, Advisor.text(site, Advisor.language(site, level, language), level));
    }
    return words;
  }

  private static Map<String, String> hours(StaffedHours hours) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("dayOfWeek", hours.dayOfWeek().name());
    json.put("from", hours.fromText());
    json.put("to", hours.toText());
    return json;
  }
}
