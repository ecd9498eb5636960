package org.procart.notification.cover;

import java.time.Duration;
import java.time.Instant;
import org.procart.notification.oncall.Gap;

/**
 * What a site was told of a gap.
 *
 * @param minutes how long ahead was the last warning
 */
record Warning(String siteId, String role, int layer, Instant from, Instant to, long minutes) {

  static Warning of(String siteId, Gap gap, Duration ahead) {
    return new Warning(siteId, gap.role(), gap.layer(), gap.from(), gap.to(), ahead.toMinutes());
  }

  String id() {
    return siteId + "/" + role + "/" + layer + "/" + from.getEpochSecond();
  }

  /** The same gap, though it may have begun, or grown at either end. */
  boolean isOf(Gap gap) {
    return role.equals(gap.role())
        && layer == gap.layer()
        && from.isBefore(gap.to())
        && !to.isBefore(gap.from());
  }

  boolean wasToldAt(Duration ahead) {
    return minutes <= ahead.toMinutes();
  }

  Warning told(Gap gap, Duration ahead) {
    return new Warning(siteId, role, layer, from, gap.to(), Math.min(minutes, ahead.toMinutes()));
  }
}
