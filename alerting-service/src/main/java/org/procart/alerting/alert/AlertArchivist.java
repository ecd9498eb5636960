package org.procart.alerting.alert;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.chassis.store.Leases;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Moves closed alerts out of the way of lists and timers, once their last event is out. They wait
 * an hour, so that an event delivered again meets the alert that knows it.
 */
@Component
class AlertArchivist {

  private static final Duration WAITS = Duration.ofHours(1);
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final AlertCollections collections;
  private final Leases leases;
  private final Clock clock;

  AlertArchivist(AlertCollections collections, Leases leases, Clock clock) {
    this.collections = collections;
    this.leases = leases;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void sweep() {
    if (leases.take("alert-archive", LEASE)) {
      archive();
    }
  }

  void archive() {
    Date before = Date.from(clock.instant().minus(WAITS));
    collections
        .alerts()
        .find(
            and(
                eq(AlertFields.STATE, AlertState.CLOSED.name()),
                lt(AlertFields.CLOSED_AT, before),
                size(OutboxEntry.FIELD, 0)))
        .forEach(this::move);
  }

  /** First there, then away from here: a crash in between leaves both, and this runs again. */
  private void move(Document alert) {
    Object id = alert.get(AlertFields.ID);
    collections
        .archive()
        .replaceOne(eq(AlertFields.ID, id), alert, new ReplaceOptions().upsert(true));
    collections.alerts().deleteOne(eq(AlertFields.ID, id));
  }
}
