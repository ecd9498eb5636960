package org.procart.notification.channel.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who was tried for a number lately without an answer: the repeat goes by another supplier, where
 * there is one. Only a preference, so it may be forgotten at a restart.
 */
@Component
class UnclearTries {

  private static final Duration LATELY = Duration.ofMinutes(2);
  private static final int MOST = 500;

  private record Try(String supplier, Instant at) {}

  private final Clock clock;
  private final Map<String, Try> tries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Try> eldest) {
          return size() > MOST;
        }
      };

  UnclearTries(Clock clock) {
    this.clock = clock;
  }

  synchronized void note(String number, String supplier) {
    tries.put(number, new Try(supplier, clock.instant()));
  }

  synchronized Optional<String> lately(String number) {
    return Optional.ofNullable(tries.get(number))
        .filter(known -> known.at().plus(LATELY).isAfter(clock.instant()))
        .map(Try::supplier);
  }
}
