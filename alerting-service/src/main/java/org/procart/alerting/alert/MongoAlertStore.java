package org.procart.alerting.alert;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final Outbox outbox;
  private final Clock clock;

  MongoAlertStore(AlertCollections collections, Outbox alertOutbox, Clock clock) {
    this.alerts = collections.alerts();
    this.archive = collections.archive();
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
    Bson waiting =
        and(
            eq(AlertFields.STATE, AlertState.OPEN.name()),
            eq(AlertFields.PAGED_LEVEL, Level.RED.name()));
    return read(alerts, waiting)
        .flatMap(alert -> alert instanceof Alert.Open open ? Stream.of(open) : Stream.empty())
        .toList();
  }

  @Override
  public AlertPage page(AlertFilter filter, int page, int size) {
    Bson wanted = wanted(filter);
    Bson order = ascending(AlertFields.RANK, AlertFields.SOUNDING_AT, AlertFields.ID);
    if (!filter.states().contains(AlertState.CLOSED)) {
      return new AlertPage(
          read(alerts, wanted, order, page * size, size).toList(), alerts.countDocuments(wanted));
    }
    List<Alert> both =
        Stream.of(alerts, archive)
            .flatMap(collection -> read(collection, wanted, order, 0, (page + 1) * size))
            .distinct()
            .sorted(WORST_AND_LONGEST_FIRST)
            .skip((long) page * size)
            .limit(size)
            .toList();
    return new AlertPage(both, alerts.countDocuments(wanted) + archive.countDocuments(wanted));
  }

  private static final Comparator<Alert> WORST_AND_LONGEST_FIRST =
      Comparator.comparing((Alert alert) -> alert.episode().level(), Comparator.reverseOrder())
          .thenComparing(alert -> alert.episode().sounding().at())
          .thenComparing(alert -> alert.episode().alertId());

  private static Bson wanted(AlertFilter filter) {
    List<Bson> parts = new ArrayList<>();
    parts.add(in(AlertFields.STATE, filter.states().stream().map(AlertState::name).toList()));
    parts.add(eq(AlertFields.SYNTHETIC, filter.synthetic()));
    if (filter.sites() != null) {
      parts.add(in(AlertFields.SITE, filter.sites()));
    }
    if (filter.level() != null) {
      parts.add(eq(AlertFields.LEVEL, filter.level().name()));
    }
    if (filter.patientId() != null) {
      parts.add(eq(AlertFields.PATIENT, filter.patientId()));
    }
    return and(parts);
  }

  private OutboxEntry event(Change change) {
    return AlertChangedMapper.entry(change, clock.instant());
  }

  private static Stream<Alert> read(MongoCollection<Document> from, Bson wanted) {
    return StreamSupport.stream(
            from.withDocumentClass(AlertDocument.class).find(wanted).spliterator(), false)
        .map(AlertDocument::alert);
  }

  private static Stream<Alert> read(
      MongoCollection<Document> from, Bson wanted, Bson order, int skip, int limit) {
    return StreamSupport.stream(
            from.withDocumentClass(AlertDocument.class)
                .find(wanted)
                .sort(order)
                .skip(skip)
                .limit(limit)
                .spliterator(),
            false)
        .map(AlertDocument::alert);
  }

  private static Stream<Alert.Live> live(Alert alert) {
    return alert instanceof Alert.Live live ? Stream.of(live) : Stream.empty();
  }
}
