package org.procart.notification.reminder;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.alarm.OperationsAlarms;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many of a site have answered reminders: told once a day, for each may have meant help. */
@Component
class AnswerCount {

  static final String CODE = "REMINDERS_ANSWERED";

  private static final Duration DAY = Duration.ofDays(1);
  private static final String NO_SITE = "";

  private final MongoCollection<Document> counts;
  private final OperationsAlarms alarms;
  private final ReminderMetrics metrics;
  private final Clock clock;

  AnswerCount(
      MongoDatabase database, OperationsAlarms alarms, ReminderMetrics metrics, Clock clock) {
    this.counts = database.getCollection("reminder_answers");
    this.alarms = alarms;
    this.metrics = metrics;
    this.clock = clock;
  }

  void one(@Nullable String siteId) {
    counts.updateOne(
        eq("_id", siteId == null ? NO_SITE : siteId),
        combine(inc("count", 1), setOnInsert("since", Date.from(clock.instant()))),
        new UpdateOptions().upsert(true));
    metrics.answered();
  }

  /** Taken away before it is told: two instances never tell it twice. */
  @Scheduled(fixedDelayString = "${procart.notification.reminder-answers-sweep:10m}")
  void tell() {
    Date dayAgo = Date.from(clock.instant().minus(DAY));
    Document due = counts.findOneAndDelete(lte("since", dayAgo));
    while (due != null) {
      tell(due.get("_id", NO_SITE), due.get("count", 0));
      due = counts.findOneAndDelete(lte("since", dayAgo));
    }
  }

  private void tell(String id, int count) {
    String siteId = id.equals(NO_SITE) ? null : id;
    alarms.raise(
        CODE,
        siteId,
        count
            + " messages came in a day from patients or carers who answered reminders. Each was"
            + " told whom to call; nobody reads them. Tell the site.");
    alarms.clear(CODE, siteId);
  }
}
