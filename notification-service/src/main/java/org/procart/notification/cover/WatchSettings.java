package org.procart.notification.cover;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a site is warned of times without cover.
 *
 * @param warnAhead how long before a gap its owner is told, each time once
 */
@ConfigurationProperties("procart.notification.cover")
record WatchSettings(@DefaultValue({"72h", "24h", "4h"}) List<Duration> warnAhead) {

  WatchSettings {
    warnAhead = warnAhead.stream().sorted().toList();
    if (warnAhead.isEmpty()) {
      throw new IllegalArgumentException("procart.notification.cover.warn-ahead is empty");
    }
  }

  Duration horizon() {
    return warnAhead.getLast();
  }

  /** The warning that is due so long before a gap. */
  Duration due(Duration ahead) {
    return warnAhead.stream()
        .filter(each -> each.compareTo(ahead) >= 0)
        .findFirst()
        .orElse(horizon());
  }
}
