package org.procart.notification.oncall;

import java.time.ZoneId;

/** Somebody who stands in for whoever is on in the layer during that time, or for nobody. */
public record Replacement(String staffId, SiteTime from, SiteTime to) {

  Duty duty(ZoneId zone) {
    return new Duty(staffId, from.first(zone), to.last(zone));
  }
}
