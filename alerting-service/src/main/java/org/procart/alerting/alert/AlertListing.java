package org.procart.alerting.alert;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Pages of alerts; only a list of closed ones looks into the archive. */
final class AlertListing {

  private static final Bson ORDER =
      ascending(AlertFields.RANK, AlertFields.SOUNDING_AT, AlertFields.ID);
  private static final Comparator<Alert> WORST_AND_LONGEST_FIRST =
      Comparator.comparing((Alert alert) -> alert.episode().level(), Comparator.reverseOrder())
          .thenComparing(alert -> alert.episode().sounding().at())
          .thenComparing(alert -> alert.episode().alertId());

  private final AlertCollections collections;

  AlertListing(AlertCollections collections) {
    this.collections = collections;
  }

  AlertPage page(AlertFilter filter, int page, int size) {
    Bson wanted = wanted(filter);
    return filter.states().contains(AlertState.CLOSED)
        ? ofBoth(wanted, page, size)
        : new AlertPage(
            read(collections.alerts(), wanted, page * size, size).toList(),
            collections.alerts().countDocuments(wanted));
  }

  private AlertPage ofBoth(Bson wanted, int page, int size) {
    List<Alert> alerts =
        Stream.of(collections.alerts(), collections.archive())
            .flatMap(collection -> read(collection, wanted, 0, (page + 1) * size))
            .distinct()
            .sorted(WORST_AND_LONGEST_FIRST)
            .skip((long) page * size)
            .limit(size)
            .toList();
    long total =
        collections.alerts().countDocuments(wanted) + collections.archive().countDocuments(wanted);
    return new AlertPage(alerts, total);
  }

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

  private static Stream<Alert> read(
      MongoCollection<Document> from, Bson wanted, int skip, int limit) {
    return StreamSupport.stream(
            from.withDocumentClass(AlertDocument.class)
                .find(wanted)
                .sort(ORDER)
                .skip(skip)
                .limit(limit)
                .spliterator(),
            false)
        .map(AlertDocument::alert);
  }
}
