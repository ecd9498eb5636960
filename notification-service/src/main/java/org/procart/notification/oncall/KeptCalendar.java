package org.procart.notification.oncall;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a calendar beside its events.
 *
 * @param url null: it was sent as a file
 * @param hash of the text that counts
 * @param loadedAt when that text came
 * @param failedSince since when the address has not given a usable file; null: it does
 * @param fault what was wrong last
 * @param told that it is stale
 */
public record KeptCalendar(
    String siteId,
    String name,
    @Nullable URI url,
    int refreshMinutes,
    String hash,
    int events,
    Instant loadedAt,
    @Nullable Instant failedSince,
    @Nullable String fault,
    boolean told) {

  /** The address holds a secret with most suppliers. */
  @Override
  public String toString() {
    return "KeptCalendar[" + siteId + "/" + name + "]";
  }
}
