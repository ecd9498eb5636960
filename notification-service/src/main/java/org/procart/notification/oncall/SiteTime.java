package org.procart.notification.oncall;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * A time as it was given: on the site's clock ({@code 2026-12-24T20:00}), or for all the world
 * ({@code 2026-12-24T20:00:00Z}).
 */
public record SiteTime(@JsonValue String text) {

  private static final Pattern WITH_OFFSET = Pattern.compile(".*T.*(Z|[+-][0-9:]+)");

  @JsonCreator
  static SiteTime of(String text) {
    return new SiteTime(text);
  }

  /** False: it cannot be read. */
  static boolean isFine(String text) {
    try {
      return of(text).first(ZoneId.of("UTC")) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** In a doubled hour the first of the two. */
  Instant first(ZoneId zone) {
    return absolute()
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /** In a doubled hour the second of the two. */
  Instant last(ZoneId zone) {
    return absolute()
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }

  boolean isBefore(SiteTime other) {
    ZoneId any = ZoneId.of("UTC");
    return absolute() == other.absolute() && first(any).isBefore(other.last(any));
  }

  private boolean absolute() {
    return WITH_OFFSET.matcher(text).matches();
  }
}
