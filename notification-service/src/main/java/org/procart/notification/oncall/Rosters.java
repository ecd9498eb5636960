package org.procart.notification.oncall;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.notification.calendar.EventCalendar;
import org.procart.notification.site.Sites;
import org.springframework.stereotype.Component;

/** Puts together who is on at a site. */
@Component
public class Rosters {

  private final Sites sites;
  private final RotaStore rotas;
  private final CalendarStore calendars;
  private final StaffStore staff;

  Rosters(Sites sites, RotaStore rotas, CalendarStore calendars, StaffStore staff) {
    this.sites = sites;
    this.rotas = rotas;
    this.calendars = calendars;
    this.staff = staff;
  }

  /** Empty where the site is unknown: without its zone no rota can be read. */
  public Optional<Roster> of(@Nullable String siteId) {
    return sites.find(siteId).map(site -> roster(site.siteId(), site.zone()));
  }

  /** As it is, or with a layer that follows the calendar where none does. */
  Roster following(Roster roster, String calendar) {
    if (roster.rota().calendars().contains(calendar)) {
      return roster;
    }
    String siteId = roster.rota().siteId();
    Layer only = new Layer(calendar, List.of(), List.of(), calendar, Map.of());
    return roster(
        new Rota(siteId, null, List.of(new RoleRota(calendar, List.of(only)))), roster.zone());
  }

  private Roster roster(String siteId, ZoneId zone) {
    return roster(rotas.find(siteId).orElseGet(() -> Rota.none(siteId)), zone);
  }

  private Roster roster(Rota rota, ZoneId zone) {
    String siteId = rota.siteId();
    List<String> names = rota.calendars();
    if (names.isEmpty()) {
      return new Roster(rota, zone, SiteCalendars.NONE);
    }
    Map<String, EventCalendar> found = new HashMap<>();
    names.forEach(
        name -> calendars.events(siteId, name, zone).ifPresent(events -> found.put(name, events)));
    return new Roster(rota, zone, new SiteCalendars(found, staff.atSite(siteId)));
  }
}
