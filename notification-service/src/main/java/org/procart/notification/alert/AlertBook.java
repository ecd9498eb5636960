package org.procart.notification.alert;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far each alert has been followed; read by id only. */
@Component
class AlertBook {

  private final MongoCollection<Document> alerts;

  AlertBook(MongoDatabase database) {
    this.alerts = database.getCollection("alerts");
  }

  /**
   * @param sounding highest one seen
   */
  record Known(long revision, int sounding, @Nullable String siteId) {}

  Optional<Known> find(String alertId) {
    return Optional.ofNullable(alerts.find(eq("_id", alertId)).first())
        .map(
            document ->
                new Known(
                    document.get("revision", 0L),
                    document.get("sounding", 0),
                    document.getString("siteId")));
  }

  /** Written last: whoever is killed before does the steps again. */
  void note(AlertSnapshot alert) {
    try {
      alerts.updateOne(
          and(eq("_id", alert.alertId()), lt("revision", alert.revision())),
          combine(
              set("revision", alert.revision()),
              set("sounding", alert.sounding()),
              set("siteId", alert.siteId())),
          new UpdateOptions().upsert(true));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      // A newer revision was noted meanwhile.
    }
  }
}
