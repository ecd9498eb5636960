package org.procart.notification.wording;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.procart.notification.request.Rights;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The words that a site's people and patients read, in one language. */
@RestController
@RequestMapping("/sites/{siteId}/wording/{language}")
class WordingController {

  private final SiteWordings store;
  private final Clock clock;

  WordingController(SiteWordings store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @GetMapping
  WordingView get(Caller caller, @PathVariable String siteId, @PathVariable String language) {
    Rights.requireSees(caller, siteId);
    requireKnown(language);
    return WordingView.of(siteId, language, store.find(siteId, language).orElse(null));
  }

  @PutMapping
  WordingView put(
      Caller caller,
      @PathVariable String siteId,
      @PathVariable String language,
      @RequestBody WordingBody body) {
    Rights.requireAdministers(caller, siteId);
    requireKnown(language);
    SiteWording wording =
        body.toWording(
            siteId, language, store.nextVersion(siteId, language), caller.subject(), now());
    store.put(wording);
    return WordingView.of(siteId, language, wording);
  }

  /** Back to our words; who did it is kept. */
  @DeleteMapping
  WordingView delete(Caller caller, @PathVariable String siteId, @PathVariable String language) {
    return put(caller, siteId, language, new WordingBody(Map.of(), Map.of()));
  }

  private static void requireKnown(String language) {
    if (!PageTexts.LANGUAGES.contains(language)) {
      throw ProblemException.notFound("language");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
