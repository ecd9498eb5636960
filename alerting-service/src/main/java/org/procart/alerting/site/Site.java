package org.procart.alerting.site;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What alerting knows of a site.
 *
 * @param siteId id
 * @param revision of the site's settings
 * @param name for staff
 * @param zoneId IANA time zone
 * @param patientRecordUrl template of the link into the hospital record, with {patientId}
 */
public record Site(
    String siteId, Long revision, String name, String zoneId, String patientRecordUrl) {

  private static final String PLACE = "{patientId}";

  /**
   * The link into the hospital record; empty where the site has none, or none that is a web link.
   */
  public Optional<String> recordOf(String patientId) {
    String encoded = URLEncoder.encode(patientId, StandardCharsets.UTF_8).replace("+", "%20");
    return patientRecordUrl.contains(PLACE)
        ? Optional.of(patientRecordUrl.replace(PLACE, encoded)).filter(Site::isWebLink)
        : Optional.empty();
  }

  private static boolean isWebLink(String link) {
    try {
      String scheme = URI.create(link).getScheme();
      return "https".equals(scheme) || "http".equals(scheme);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
