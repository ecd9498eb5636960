package org.procart.alerting.unreadable;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import org.bson.Document;
import org.procart.alerting.alert.Alerts;
import org.procart.chassis.alarm.OperationsAlarms;
import org.springframework.stereotype.Component;

/**
 * Rings for a dead letter. What goes wrong here is kept and told to operations, and never parked
 * again: only an outage of the store makes it wait.
 */
@Component
class UnreadableReports {

  private final UnreadableRings rings;
  private final Alerts alerts;
  private final OperationsAlarms alarms;
  private final MongoDatabase database;
  private final Clock clock;

  UnreadableReports(
      UnreadableRings rings,
      Alerts alerts,
      OperationsAlarms alarms,
      MongoDatabase database,
      Clock clock) {
    this.rings = rings;
    this.alerts = alerts;
    this.alarms = alarms;
    this.database = database;
    this.clock = clock;
  }

  void found(DeadLetter letter) {
    try {
      rings.of(letter).forEach(alerts::ring);
    } catch (MongoException e) {
      throw e;
    } catch (RuntimeException e) {
      keep(letter, e);
    }
  }

  private void keep(DeadLetter letter, RuntimeException fault) {
    database
        .getCollection("dead_letter_faults")
        .replaceOne(
            Filters.eq("_id", letter.id()),
            new Document("_id", letter.id())
                .append("topic", letter.topic())
                .append("partition", letter.partition())
                .append("offset", letter.offset())
                .append("fault", fault.getClass().getName())
                .append("at", clock.instant()),
            new ReplaceOptions().upsert(true));
    alarms.raise(
        "UNREADABLE_NOT_ALERTED",
        null,
        "A dead letter could not be turned into an alert; look at its patient by hand.",
        letter.topic(),
        letter.partition(),
        letter.offset());
  }
}
