package org.procart.alerting.rule;

import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Drafts, their approval by another person, and the way back. Nothing here changes what rings; that
 * follows from the decisions when {@link RuleSwitch} next looks.
 */
@Component
class RuleLibrary {

  private final RuleArchive archive;
  private final RulesInForce inForce;
  private final Clock clock;

  RuleLibrary(RuleArchive archive, RulesInForce inForce, Clock clock) {
    this.archive = archive;
    this.inForce = inForce;
    this.clock = clock;
  }

  /** What a draft became. */
  record Drafted(WrittenSet set, boolean first) {}

  /**
   * @throws RuleSetRefusedException with every fault of the text
   */
  RuleSet read(String id, String version, String text) {
    RuleSet set = RuleSetReader.read(id + " " + version, new StringReader(text));
    if (!set.id().equals(id) || !set.version().equals(version)) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "not-that-version",
          "id and version in the file must be those of the address.");
    }
    return set;
  }

  Drafted draft(RuleSet set, String text, String author) {
    Optional<WrittenSet> before = archive.find(set.id(), set.version());
    if (before.isPresent() && before.get().text().equals(text)) {
      return new Drafted(before.get(), false);
    }
    if (archive.releases(set.id()).names(set.version())) {
      throw conflict("version-released", "This version was released; write a new version.");
    }
    if (before.isPresent() && !before.get().author().equals(author)) {
      throw conflict("other-author", "Somebody else wrote this draft; write a new version.");
    }
    requireOneSetASite(set);
    WrittenSet written =
        new WrittenSet(
            set.id(), set.version(), set.site(), set.title(), text, author, clock.instant());
    archive.write(written);
    return new Drafted(written, before.isEmpty());
  }

  /**
   * @param digest of the text that the approver read; null: whatever stands there now
   * @param from null: at once
   */
  Release approve(
      WrittenSet set,
      String approver,
      String reason,
      @Nullable String digest,
      @Nullable Instant from) {
    if (set.author().equals(approver)) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN, "another-person", "Somebody else than the author must approve.");
    }
    if (digest != null && !digest.equals(set.digest())) {
      throw conflict("other-text", "The draft was changed since you read it; read it again.");
    }
    requireOneSetASite(read(set.id(), set.version(), set.text()));
    return decide(set.id(), Release.Kind.APPROVAL, set, approver, reason, from);
  }

  Release rollBack(String id, String approver, String reason) {
    Releases releases = archive.releases(id);
    if (!releases.canRollBack(clock.instant())) {
      throw conflict("nothing-to-roll-back", "No released version of this set is in force.");
    }
    WrittenSet back =
        releases.before(clock.instant()).flatMap(version -> archive.find(id, version)).orElse(null);
    return decide(id, Release.Kind.ROLLBACK, back, approver, reason, null);
  }

  WrittenSet written(String id, String version) {
    return archive
        .find(id, version)
        .orElseThrow(() -> ProblemException.notFound("version of this rule set"));
  }

  List<WrittenSet> versions(String id) {
    return archive.versions(id);
  }

  Releases releases(String id) {
    return archive.releases(id);
  }

  private Release decide(
      String id,
      Release.Kind kind,
      @Nullable WrittenSet set,
      String by,
      String reason,
      @Nullable Instant from) {
    Instant now = clock.instant();
    Instant begins = from == null || from.isBefore(now) ? now : from;
    Release release =
        new Release(
            id,
            archive.releases(id).next(),
            kind,
            set == null ? null : set.version(),
            set == null ? null : set.digest(),
            by,
            reason,
            now,
            begins);
    if (!archive.decide(release)) {
      throw conflict("decided-meanwhile", "Somebody else decided about this set; look again.");
    }
    return release;
  }

  private void requireOneSetASite(RuleSet set) {
    String site = set.site();
    if (site == null && !inForce.now().forSite(null).id().equals(set.id())) {
      throw conflict("default-has-a-set", "Name a site; sites without a set have the default one.");
    }
    if (site != null && otherSetOf(site, set.id())) {
      throw conflict("site-has-a-set", "This site has a set already; write a version of that one.");
    }
  }

  /** In force now, or decided about for whatever time: else two might claim the site one day. */
  private boolean otherSetOf(String site, String id) {
    return inForce.now().all().stream()
            .anyMatch(other -> site.equals(other.site()) && !other.id().equals(id))
        || archive.decided().stream()
            .filter(other -> !other.equals(id))
            .flatMap(other -> archive.versions(other).stream())
            .anyMatch(other -> site.equals(other.site()));
  }

  private static ProblemException conflict(String code, String detail) {
    return new ProblemException(HttpStatus.CONFLICT, code, detail);
  }
}
