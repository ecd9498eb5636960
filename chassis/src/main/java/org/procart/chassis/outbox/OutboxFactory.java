package org.procart.chassis.outbox;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bson.Document;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.store.Leases;
import org.procart.schemas.catalogue.Catalogue;

/**
 * Makes the outbox of a collection; make it a bean, so that it starts and stops with the service.
 */
public final class OutboxFactory {

  private final EventSender sender;
  private final OperationsAlarms alarms;
  private final Leases leases;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Catalogue catalogue = Catalogue.load();
  private final List<OutboxRelay> relays = new CopyOnWriteArrayList<>();

  OutboxFactory(
      EventSender sender,
      OperationsAlarms alarms,
      Leases leases,
      Clock clock,
      MeterRegistry meters) {
    this.sender = sender;
    this.alarms = alarms;
    this.leases = leases;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * @param whenPublished gets the id of a document whose outbox became empty; may be called more
   *     than once for one document
   */
  public Outbox of(MongoCollection<Document> documents, Consumer<Object> whenPublished) {
    OutboxCollection collection = new OutboxCollection(documents);
    Outbox outbox =
        new Outbox(
            collection,
            new OutboxMarker(collection, whenPublished),
            made -> new OutboxRelay(made, collection, leases, clock, meters),
            sender,
            catalogue,
            alarms);
    relays.add(outbox.relay());
    return outbox;
  }

  List<OutboxRelay> relays() {
    return new ArrayList<>(relays);
  }
}
