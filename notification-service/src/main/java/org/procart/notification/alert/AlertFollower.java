package org.procart.notification.alert;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.procart.notification.escalation.Escalation;
import org.procart.notification.escalation.Escalations;
import org.procart.notification.escalation.Page;
import org.procart.notification.escalation.Wake;
import org.procart.notification.policy.EscalationPolicy;
import org.procart.notification.site.Site;
import org.procart.notification.site.Sites;
import org.springframework.stereotype.Component;

/** Begins and ends paging as the alert says. Each step may be made twice without harm. */
@Component
class AlertFollower {

  private static final String NO_SITE = "UNKNOWN SITE";

  private final AlertBook book;
  private final Escalations escalations;
  private final Sites sites;
  private final Wake wake;
  private final Clock clock;

  AlertFollower(AlertBook book, Escalations escalations, Sites sites, Wake wake, Clock clock) {
    this.book = book;
    this.escalations = escalations;
    this.sites = sites;
    this.wake = wake;
    this.clock = clock;
  }

  /** False when the same or a newer revision has been followed. */
  boolean follow(AlertSnapshot alert) {
    Optional<AlertBook.Known> known = book.find(alert.alertId());
    if (known.filter(earlier -> earlier.revision() >= alert.revision()).isPresent()) {
      return false;
    }
    switch (alert.state()) {
      case OPEN -> {
        sound(alert);
        endOlder(alert);
      }
      case ACKNOWLEDGED -> {
        escalations.acknowledgedElsewhere(alert.alertId(), alert.sounding());
        endOlder(alert);
      }
      case CLOSED -> escalations.end(alert.alertId(), alert.sounding(), "CLOSED");
    }
    book.note(alert);
    return true;
  }

  /** The new sounding is out before the older ones end. */
  private void sound(AlertSnapshot alert) {
    if (alert.pageable() && alert.sounding() > 0) {
      Page page = page(alert);
      String id = Escalations.id(alert.alertId(), alert.sounding());
      escalations.begin(
          Escalation.begun(
              id, page, EscalationPolicy.standard("").at(alert.level()), clock.instant()));
      wake.soon(id);
    }
  }

  private void endOlder(AlertSnapshot alert) {
    escalations.end(alert.alertId(), alert.sounding() - 1, "SUPERSEDED");
  }

  private Page page(AlertSnapshot alert) {
    Optional<Site> site = sites.find(alert.siteId());
    String label = alert.siteId() == null ? NO_SITE : alert.siteId();
    ZoneId zone = site.map(Site::zone).orElse(ZoneOffset.UTC);
    return new Page(
        alert.alertId(),
        alert.revision(),
        alert.sounding(),
        alert.level(),
        alert.patientId(),
        alert.siteId(),
        alert.correlationId(),
        alert.synthetic(),
        site.map(Site::name).orElse(label),
        zone,
        alert.soundedAt(),
        alert.soundingReason(),
        alert.day(),
        alert.takenBy());
  }
}
