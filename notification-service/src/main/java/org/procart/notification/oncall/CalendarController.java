package org.procart.notification.oncall;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.procart.notification.calendar.Occurrence;
import org.procart.notification.request.Faults;
import org.procart.notification.request.Rights;
import org.procart.notification.site.Site;
import org.procart.notification.site.Sites;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calendars that layers of the rota follow. */
@RestController
@RequestMapping("/sites/{siteId}/rota/calendars")
class CalendarController {

  private static final Duration LOOK = Duration.ofDays(366);
  private static final int SHOWN = 100;

  private final Sites sites;
  private final CalendarImport imports;
  private final CalendarStore calendars;
  private final Rosters rosters;
  private final Clock clock;

  CalendarController(
      Sites sites, CalendarImport imports, CalendarStore calendars, Rosters rosters, Clock clock) {
    this.sites = sites;
    this.imports = imports;
    this.calendars = calendars;
    this.rosters = rosters;
    this.clock = clock;
  }

  record Address(@Nullable String url, @Nullable Integer refreshMinutes) {
    @Override
    public String toString() {
      return "Address[…]";
    }
  }

  /**
   * A calendar as it is shown; of its address only the host, since the rest is often a secret.
   *
   * @param unknownPeople events of the next year that name nobody we know, the first of each title
   */
  record Shown(
      String name,
      int events,
      @Nullable String host,
      @Nullable Integer refreshMinutes,
      Instant loadedAt,
      @Nullable Instant failedSince,
      @Nullable String fault,
      List<UnknownPerson> unknownPeople) {}

  record UnknownPerson(String uid, String summary, Instant from, Instant to) {}

  @PutMapping(path = "/{name}", consumes = "text/calendar")
  Shown file(
      Caller caller, @PathVariable String siteId, @PathVariable String name, InputStream body)
      throws IOException {
    Site site = administered(caller, siteId, name);
    byte[] bytes = body.readNBytes(CalendarFetch.LARGEST + 1);
    if (bytes.length > CalendarFetch.LARGEST) {
      throw new ProblemException(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-large",
          "A calendar has 5 MiB at most: export fewer past years.");
    }
    return shown(
        imports.file(siteId, name, new String(bytes, StandardCharsets.UTF_8), site.zone()));
  }

  @PutMapping(path = "/{name}", consumes = "application/json")
  Shown address(
      Caller caller,
      @PathVariable String siteId,
      @PathVariable String name,
      @RequestBody Address body) {
    Site site = administered(caller, siteId, name);
    Faults faults = new Faults();
    int refresh = body.refreshMinutes() == null ? 15 : body.refreshMinutes();
    faults.check(
        refresh >= 1 && refresh <= 1_440, "/refreshMinutes", "out-of-range", "Give 1 to 1440.");
    Optional<URI> url = url(body.url());
    faults.check(url.isPresent(), "/url", "bad-address", "Give the whole address, https://….");
    faults.throwIfAny();
    return shown(imports.address(siteId, name, url.orElseThrow(), refresh, site.zone()));
  }

  @GetMapping
  List<Shown> all(Caller caller, @PathVariable String siteId) {
    Rights.requireSees(caller, siteId);
    return calendars.atSite(siteId).stream().map(this::shown).toList();
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Caller caller, @PathVariable String siteId, @PathVariable String name) {
    Site _ = administered(caller, siteId, name);
    boolean followed =
        rosters.of(siteId).stream().anyMatch(each -> each.rota().calendars().contains(name));
    if (followed) {
      throw new ProblemException(
          HttpStatus.CONFLICT, "in-use", "A layer follows it: PUT the rota without it first.");
    }
    calendars.remove(siteId, name);
  }

  private Shown shown(KeptCalendar kept) {
    URI url = kept.url();
    return new Shown(
        kept.name(),
        kept.events(),
        url == null ? null : url.getHost(),
        url == null ? null : kept.refreshMinutes(),
        kept.loadedAt(),
        kept.failedSince(),
        kept.fault(),
        unknown(kept));
  }

  private List<UnknownPerson> unknown(KeptCalendar kept) {
    Instant now = clock.instant();
    return rosters.of(kept.siteId()).stream()
        .flatMap(roster -> unknown(roster, kept, now))
        .limit(SHOWN)
        .toList();
  }

  /** While no layer follows it, it is read as a layer without a word about people would. */
  private Stream<UnknownPerson> unknown(Roster roster, KeptCalendar kept, Instant now) {
    return rosters
        .following(roster, kept.name())
        .unknown(now, now.plus(LOOK))
        .filter(unknown -> unknown.calendar().equals(kept.name()))
        .map(Roster.Unknown::event)
        .sorted(Comparator.comparing(Occurrence::start))
        .collect(
            Collectors.toMap(
                event -> event.named().summary(),
                event -> event,
                (first, later) -> first,
                LinkedHashMap::new))
        .values()
        .stream()
        .map(
            event ->
                new UnknownPerson(
                    event.named().uid(), event.named().summary(), event.start(), event.end()));
  }

  private Site administered(Caller caller, String siteId, String name) {
    Rights.requireAdministers(caller, siteId);
    Faults faults = new Faults();
    var _ = faults.id("/name", name);
    faults.throwIfAny();
    return sites.find(siteId).orElseThrow(() -> ProblemException.notFound("site"));
  }

  private static Optional<URI> url(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(URI::create).filter(url -> url.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
