package org.procart.notification.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What a file means by the name of a zone. */
final class ZoneNames {

  private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
  private static final Properties WINDOWS = windows();

  private final Map<String, ZoneRules> embedded = new HashMap<>();

  /** A description in the file counts only for a name that says nothing. */
  void describe(String name, ZoneRules rules) {
    embedded.put(name, rules);
  }

  static boolean isKnown(String name) {
    return named(name).isPresent();
  }

  Optional<ZoneRules> rules(String name) {
    return named(name).or(() -> Optional.ofNullable(embedded.get(name)));
  }

  private static Optional<ZoneRules> named(String name) {
    String zone = WINDOWS.getProperty(name, name);
    // Thunderbird and others put their own path before the name.
    for (String rest = zone; ; rest = rest.substring(rest.indexOf('/') + 1)) {
      if (KNOWN.contains(rest)) {
        return Optional.of(ZoneId.of(rest).getRules());
      }
      if (rest.indexOf('/') < 0) {
        return Optional.empty();
      }
    }
  }

  private static Properties windows() {
    Properties names = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                ZoneNames.class.getResourceAsStream("/calendars/windows-zones.properties")),
            StandardCharsets.UTF_8)) {
      names.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
