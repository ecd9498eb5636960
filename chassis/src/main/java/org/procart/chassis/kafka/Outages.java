package org.procart.chassis.kafka;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which part the listeners are waiting for, and since when. */
class Outages {

  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

  private final Clock clock;
  private final AtomicReference<@Nullable Outage> current = new AtomicReference<>();

  Outages(Clock clock) {
    this.clock = clock;
  }

  record Outage(String part, Instant since) {}

  /**
   * @param part what does not answer, or null when all parts do
   */
  void note(@Nullable String part) {
    if (part == null) {
      end();
    } else {
      begin(part);
    }
  }

  private void begin(String part) {
    Outage known = current.get();
    boolean news = known == null || !known.part().equals(part);
    if (news && current.compareAndSet(known, new Outage(part, clock.instant()))) {
      LOG.atWarn().addKeyValue("part", part).log("Listeners wait for a part that does not answer");
    }
  }

  private void end() {
    Outage ended = current.getAndSet(null);
    if (ended != null) {
      LOG.atInfo()
          .addKeyValue("part", ended.part())
          .addKeyValue("since", ended.since())
          .log("The part answers again, listeners go on");
    }
  }

  @Nullable Outage current() {
    return current.get();
  }
}
