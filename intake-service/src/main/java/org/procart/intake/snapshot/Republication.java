package org.procart.intake.snapshot;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.store.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the current state of every subject again, once a day: whatever a reader missed or
 * compaction did, it has everything a day later. Same ids, so that nothing counts twice.
 */
public final class Republication<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Republication.class);
  private static final Duration LEASE = Duration.ofHours(1);
  private static final int AT_ONCE = 500;

  private final Snapshots<T> snapshots;
  private final SnapshotForm<T> form;
  private final EventSender sender;
  private final Leases leases;
  private final Clock clock;

  public Republication(
      Snapshots<T> snapshots,
      SnapshotForm<T> form,
      EventSender sender,
      Leases leases,
      Clock clock) {
    this.snapshots = snapshots;
    this.form = form;
    this.sender = sender;
    this.leases = leases;
    this.clock = clock;
  }

  public void run() {
    if (!leases.take("republish-" + form.topic(), LEASE)) {
      return;
    }
    AtomicLong sent = new AtomicLong();
    snapshots.forEach(
        snapshot -> {
          CompletableFuture<?> sending =
              sender.send(
                  form.topic(), form.id(snapshot.state()), form.event(snapshot, clock.instant()));
          if (sent.incrementAndGet() % AT_ONCE == 0) {
            sending.join(); // a broker that is away stops the round instead of filling the memory
          }
        });
    LOG.atInfo()
        .addKeyValue("topic", form.topic())
        .addKeyValue("count", sent.get())
        .log("Current states published again");
  }
}
