package org.procart.alerting.alert;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.procart.alerting.rule.Level;
import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxEntry;
import org.springframework.stereotype.Component;

/** Live alerts and those just closed in one collection, the others in the archive. */
@Component
final class MongoAlertStore implements AlertStore {

  private final MongoCollection<Document> alerts;
  private final MongoCollection<Document> archive;
  private final AlertListing listing;
  private final Outbox outbox;
  private final Clock clock;

  MongoAlertStore(AlertCollections collections, Outbox alertOutbox, Clock clock) {
    this.alerts = collections.alerts();
    this.archive = collections.archive();
    this.listing = new AlertListing(collections);
    this.outbox = alertOutbox;
    this.clock = clock;
  }

  @Override
  public Optional<Alert.Live> findLive(String openKey) {
    return read(alerts, eq(AlertFields.OPEN_KEY, openKey)).flatMap(MongoAlertStore::live).findAny();
  }

  @Override
  public Optional<Alert> find(String alertId) {
    Bson byId = eq(AlertFields.ID, alertId);
    return Stream.concat(read(alerts, byId), read(archive, byId)).findFirst();
  }

  @Override
  public boolean insert(Change raised) {
    Episode episode = raised.after().episode();
    OutboxEntry event = event(raised);
    Document document =
        AlertFields.of(raised.after())
            .append(AlertFields.ID, episode.alertId())
            .append(AlertFields.OPEN_KEY, episode.origin().openKey())
            .append(OutboxEntry.FIELD, List.of(event.toBson()));
    try {
      alerts.insertOne(document);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
    outbox.publishSoon(episode.alertId(), List.of(event));
    return true;
  }

  @Override
  public boolean update(Change change) {
    Episode episode = change.after().episode();
    OutboxEntry event = event(change);
    Bson expected =
        and(
            eq(AlertFields.ID, episode.alertId()),
            eq(AlertFields.REVISION, episode.revision() - 1),
            ne(AlertFields.STATE, AlertState.CLOSED.name()));
    List<Bson> updates = new ArrayList<>();
    updates.add(new Document("$set", AlertFields.of(change.after())));
    updates.add(push(OutboxEntry.FIELD, event.toBson()));
    if (change.after() instanceof Alert.Closed) {
      updates.add(unset(AlertFields.OPEN_KEY));
    }
    boolean updated = alerts.updateOne(expected, combine(updates)).getMatchedCount() > 0;
    if (updated) {
      outbox.publishSoon(episode.alertId(), List.of(event));
    }
    return updated;
  }

  @Override
  public List<Alert.Live> liveOf(String patientId) {
    return read(alerts, eq(AlertFields.PATIENT, patientId)).flatMap(MongoAlertStore::live).toList();
  }

  @Override
  public List<Alert.Open> waitingReds() {
    return reds(AlertState.OPEN, Alert.Open.class);
  }

  @Override
  public List<Alert.Acknowledged> takenReds() {
    return reds(AlertState.ACKNOWLEDGED, Alert.Acknowledged.class);
  }

  private <A extends Alert> List<A> reds(AlertState state, Class<A> type) {
    Bson wanted =
        and(eq(AlertFields.STATE, state.name()), eq(AlertFields.PAGED_LEVEL, Level.RED.name()));
    return read(alerts, wanted).filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public AlertPage page(AlertFilter filter, int page, int size) {
    return listing.page(filter, page, size);
  }

  private OutboxEntry event(Change change) {
    return AlertChangedMapper.entry(change, clock.instant());
  }

  private static Stream<Alert> read(MongoCollection<Document> from, Bson wanted) {
    return StreamSupport.stream(
            from.withDocumentClass(AlertDocument.class).find(wanted).spliterator(), false)
        .map(AlertDocument::alert);
  }

  private static Stream<Alert.Live> live(Alert alert) {
    return alert instanceof Alert.Live live ? Stream.of(live) : Stream.empty();
  }
}
