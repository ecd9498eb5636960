package org.procart.intake.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.problem.Violation;
import org.procart.chassis.security.Caller;
import org.procart.intake.replan.Replanning;
import org.procart.intake.site.Sites;
import org.procart.intake.snapshot.Saved;
import org.procart.intake.snapshot.Snapshot;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A site's own protocol replaces the built-in one of that name for the site's patients. */
@RestController
@RequestMapping("/sites/{siteId}/protocols")
class ProtocolController {

  private static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";

  private static final int MOST_OCCURRENCES = 5_000;

  private final Protocols protocols;
  private final ProtocolJson reader;
  private final Sites sites;
  private final Replanning replanning;

  ProtocolController(Protocols protocols, ProtocolJson reader, Sites sites, Replanning replanning) {
    this.protocols = protocols;
    this.reader = reader;
    this.sites = sites;
    this.replanning = replanning;
  }

  @GetMapping
  Map<String, Object> list(@PathVariable String siteId, Caller caller) {
    requireReader(siteId, caller);
    List<Map<String, Object>> found = new ArrayList<>();
    for (String name : protocols.names(siteId)) {
      protocols
          .find(siteId, name)
          .ifPresent(
              protocol -> {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("name", name);
                each.put("version", protocol.version());
                each.put("title", protocol.title());
                each.put("builtIn", protocols.own(siteId, name).isEmpty());
                found.add(each);
              });
    }
    return Map.of("siteId", siteId, "protocols", found);
  }

  @GetMapping("/{name}")
  ResponseEntity<Map<String, Object>> get(
      @PathVariable String siteId, @PathVariable String name, Caller caller) {
    requireReader(siteId, caller);
    Optional<Snapshot<Protocol>> own = protocols.own(siteId, name);
    Protocol protocol =
        protocols.find(siteId, name).orElseThrow(() -> ProblemException.notFound("protocol"));
    return shown(HttpStatus.OK, siteId, protocol, own.map(Snapshot::revision).orElse(0L));
  }

  @PutMapping("/{name}")
  ResponseEntity<Map<String, Object>> put(
      @PathVariable String siteId,
      @PathVariable String name,
      @RequestBody JsonNode body,
      Caller caller) {
    caller.requireAny("site-admin");
    caller.requireSite(siteId);
    if (sites.find(siteId).isEmpty()) {
      throw ProblemException.notFound("site");
    }
    Protocol protocol = read(name, body);
    Saved<String> saved = replanning.ofSite(siteId, () -> protocols.save(siteId, protocol));
    return shown(
        saved.outcome() == Saved.Outcome.CREATED ? HttpStatus.CREATED : HttpStatus.OK,
        siteId,
        protocol,
        saved.snapshot().revision());
  }

  private Protocol read(String name, JsonNode body) {
    List<Violation> violations = new ArrayList<>();
    if (!name.matches(NAME) || name.equals(Protocol.NONE)) {
      violations.add(
          new Violation(
              "", "name", "Use small letters, digits and - in the address; none stays as it is."));
    }
    Optional<Protocol> protocol = reader.read(name, body, violations);
    if (protocol.filter(read -> read.occurrences() > MOST_OCCURRENCES).isPresent()) {
      violations.add(
          new Violation("/entries", "too-many", "Ask at most 5,000 times after an infusion."));
    }
    return protocol
        .filter(read -> violations.isEmpty())
        .orElseThrow(
            () ->
                new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid",
                    "Correct the fields listed in errors.",
                    violations));
  }

  private void requireReader(String siteId, Caller caller) {
    boolean mayRead = caller.has("operator") || caller.seesSite(siteId);
    if (!mayRead || sites.find(siteId).isEmpty()) {
      throw ProblemException.notFound("site");
    }
  }

  private static ResponseEntity<Map<String, Object>> shown(
      HttpStatus status, String siteId, Protocol protocol, long revision) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("siteId", siteId);
    json.put("builtIn", revision == 0);
    json.putAll(ProtocolText.write(protocol));
    return ResponseEntity.status(status).eTag("\"" + revision + "\"").body(json);
  }
}
