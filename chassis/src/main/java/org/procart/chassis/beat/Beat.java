package org.procart.chassis.beat;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.kafka.EventSender;
import org.procart.schemas.ServiceBeat;
import org.procart.schemas.event.EventId;
import org.springframework.scheduling.annotation.Scheduled;

/** Says every 30 seconds that this instance lives, and how long its oldest work has waited. */
class Beat {

  private static final String TOPIC = "pro.heartbeat.v1";
  private static final long EVERY_MILLIS = 30_000;

  private final String service;
  private final String instance = UUID.randomUUID().toString();
  private final Clock clock;
  private final EventSender sender;
  private final Supplier<@Nullable Instant> oldestUnpublished;
  private final Supplier<@Nullable Instant> oldestUnprocessed;

  Beat(
      String service,
      Clock clock,
      EventSender sender,
      Supplier<@Nullable Instant> oldestUnpublished,
      Supplier<@Nullable Instant> oldestUnprocessed) {
    this.service = service;
    this.clock = clock;
    this.sender = sender;
    this.oldestUnpublished = oldestUnpublished;
    this.oldestUnprocessed = oldestUnprocessed;
  }

  @Scheduled(fixedRate = EVERY_MILLIS)
  void send() {
    Instant now = clock.instant();
    // A beat that fails is simply missing, which is what its readers look for.
    var _ =
        sender.send(
            TOPIC,
            service,
            ServiceBeat.newBuilder()
                .setEventId(EventId.of("beat", service, instance, now))
                .setOccurredAt(now)
                .setPatientId(null)
                .setSiteId(null)
                .setCorrelationId(null)
                .setSynthetic(false)
                .setService(service)
                .setInstance(instance)
                .setOldestUnpublishedAt(oldestUnpublished.get())
                .setOldestUnprocessedAt(oldestUnprocessed.get())
                .build());
  }
}
