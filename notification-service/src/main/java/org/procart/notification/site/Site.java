package org.procart.notification.site;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we know of a site.
 *
 * @param name as people read it
 * @param live false while it is being set up
 * @param languages most used first; empty in copies older than this field
 * @param advicePhone whom patients call; empty where none is known
 * @param emergencyNumber empty where none is known
 */
public record Site(
    String siteId,
    long revision,
    String name,
    ZoneId zone,
    boolean live,
    List<String> languages,
    String advicePhone,
    String emergencyNumber) {

  public Site {
    languages = List.copyOf(languages);
  }

  @JsonCreator
  static Site stored(
      String siteId,
      long revision,
      String name,
      ZoneId zone,
      boolean live,
      @Nullable List<String> languages,
      @Nullable String advicePhone,
      @Nullable String emergencyNumber) {
    return new Site(
        siteId,
        revision,
        name,
        zone,
        live,
        languages == null ? List.of() : languages,
        advicePhone == null ? "" : advicePhone,
        emergencyNumber == null ? "" : emergencyNumber);
  }
}
