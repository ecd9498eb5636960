package org.procart.notification.escalation;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.procart.notification.policy.Level;

/**
 * What is paged: one sounding of one alert.
 *
 * @param alertRevision revision of the alert that asked for it
 * @param correlationId receipt of the report
 * @param synthetic pages test contact points only
 * @param label the site's name as people read it
 * @param zone of the site
 * @param soundingReason RAISED, WORSENED, RE_PAGED, RE_ARMED, IDLE or UNREADABLE
 * @param day after infusion; null: not infused, or not known
 * @param takenBy who had the alert and did nothing; null unless it sounds because of that
 */
public record Page(
    String alertId,
    long alertRevision,
    int sounding,
    Level level,
    @Nullable String patientId,
    @Nullable String siteId,
    @Nullable String correlationId,
    boolean synthetic,
    String label,
    ZoneId zone,
    Instant soundedAt,
    String soundingReason,
    @Nullable Integer day,
    @Nullable String takenBy) {

  /** Reason of a page about an alert record that nobody can read. */
  public static final String UNREADABLE = "UNREADABLE";

  /** Somebody had it and did nothing. */
  public static final String IDLE = "IDLE";

  /** No alert will ever close it: its acknowledgement is its end. */
  boolean standsAlone() {
    return soundingReason.equals(UNREADABLE);
  }
}
