package org.procart.alerting.rule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.RuleLibrary.Drafted;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.problem.Violation;
import org.procart.chassis.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Versions of rule sets: one person writes, another approves, and there is a way back. */
@RestController
@RequestMapping("/rule-sets/{id}")
class RuleSetVersionController {

  private static final String AUTHOR = "rule-author";
  private static final String APPROVER = "rule-approver";
  private static final int LONGEST = 512 * 1024;

  private final RuleLibrary library;
  private final Clock clock;

  RuleSetVersionController(RuleLibrary library, Clock clock) {
    this.library = library;
    this.clock = clock;
  }

  /** Where a version stands. */
  enum State {
    DRAFT,
    APPROVED,
    IN_FORCE
  }

  record VersionView(
      String id,
      String version,
      @Nullable String siteId,
      String title,
      State state,
      String digest,
      String author,
      Instant writtenAt,
      List<Release> decisions) {}

  /**
   * @param digest of the text that was read, as the version shows it; null: what stands there now
   * @param from null: at once
   */
  record ApprovalRequest(
      @NotBlank @Size(max = 2_000) String reason,
      @Nullable String digest,
      @Nullable Instant from) {}

  record RollbackRequest(@NotBlank @Size(max = 2_000) String reason) {}

  /** The body is the file: YAML, and JSON as a part of it. */
  @PutMapping(
      path = "/versions/{version}",
      consumes = {"application/yaml", "text/yaml", "text/plain", MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<VersionView> draft(
      Caller caller,
      @PathVariable String id,
      @PathVariable String version,
      @RequestBody String text) {
    caller.requireAny(AUTHOR);
    if (text.length() > LONGEST) {
      throw new ProblemException(
          HttpStatus.CONTENT_TOO_LARGE, "too-large", "A rule set has at most 512 KiB.");
    }
    RuleSet set = readable(id, version, text);
    requireSite(caller, set.site());
    Drafted drafted = library.draft(set, text, caller.subject());
    return ResponseEntity.status(drafted.first() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(view(drafted.set()));
  }

  @GetMapping("/versions")
  List<VersionView> versions(Caller caller, @PathVariable String id) {
    caller.requireAny(RuleSetController.READERS);
    return library.versions(id).stream()
        .filter(set -> RuleSetController.maySee(caller, set.site()))
        .map(this::view)
        .toList();
  }

  @GetMapping(path = "/versions/{version}", produces = "application/yaml")
  String text(Caller caller, @PathVariable String id, @PathVariable String version) {
    caller.requireAny(RuleSetController.READERS);
    WrittenSet set = library.written(id, version);
    if (!RuleSetController.maySee(caller, set.site())) {
      throw ProblemException.notFound("version of this rule set");
    }
    return set.text();
  }

  @PostMapping("/versions/{version}/approval")
  VersionView approve(
      Caller caller,
      @PathVariable String id,
      @PathVariable String version,
      @RequestBody @Valid ApprovalRequest request) {
    caller.requireAny(APPROVER);
    WrittenSet set = library.written(id, version);
    requireSite(caller, set.site());
    library.approve(set, caller.subject(), request.reason(), request.digest(), request.from());
    return view(set);
  }

  @PostMapping("/rollback")
  Release rollBack(
      Caller caller, @PathVariable String id, @RequestBody @Valid RollbackRequest request) {
    caller.requireAny(APPROVER);
    library.versions(id).forEach(set -> requireSite(caller, set.site()));
    return library.rollBack(id, caller.subject(), request.reason());
  }

  private RuleSet readable(String id, String version, String text) {
    try {
      return library.read(id, version, text);
    } catch (RuleSetRefusedException e) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "rule-set-refused",
          "The set is refused as a whole; mend every line that is named.",
          e.faults().stream()
              .map(fault -> new Violation("line " + fault.line(), "rule-set-fault", fault.reason()))
              .toList());
    }
  }

  /** What counts for every site without a set of its own is for the platform's operators too. */
  private static void requireSite(Caller caller, @Nullable String site) {
    if (site == null) {
      caller.requireAny("operator");
    } else {
      caller.requireSite(site);
    }
  }

  private VersionView view(WrittenSet set) {
    Releases releases = library.releases(set.id());
    return new VersionView(
        set.id(),
        set.version(),
        set.site(),
        set.title(),
        state(set, releases),
        set.digest(),
        set.author(),
        set.writtenAt(),
        releases.all().stream()
            .filter(release -> set.version().equals(release.version()))
            .toList());
  }

  private State state(WrittenSet set, Releases releases) {
    if (releases.inForce(clock.instant()).filter(set.version()::equals).isPresent()) {
      return State.IN_FORCE;
    }
    return releases.names(set.version()) ? State.APPROVED : State.DRAFT;
  }
}
