package org.procart.alerting.alert;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

@Component
final class MongoPastAlerts implements PastAlerts {

  private static final String OPENED_AT = "episode.origin.openedAt";

  private final AlertCollections collections;

  MongoPastAlerts(AlertCollections collections) {
    this.collections = collections;
  }

  @Override
  public void openedBetween(Instant from, Instant to, Consumer<Alert> reader) {
    Bson wanted = and(gte(OPENED_AT, Date.from(from)), lt(OPENED_AT, Date.from(to)));
    // The archivist writes there before it deletes here: some may be met twice.
    Set<String> met = new HashSet<>();
    for (var collection : List.of(collections.alerts(), collections.archive())) {
      collection
          .withDocumentClass(AlertDocument.class)
          .find(wanted)
          .forEach(
              document -> {
                if (met.add(document.id())) {
                  reader.accept(document.alert());
                }
              });
    }
  }
}
