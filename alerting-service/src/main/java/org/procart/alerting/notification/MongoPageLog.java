package org.procart.alerting.notification;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.PushOptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.procart.alerting.document.GuardedUpsert;
import org.springframework.stereotype.Component;

@Component
final class MongoPageLog implements PageLog {

  private static final int STEPS_KEPT = 1_000;

  private final MongoCollection<Document> logs;

  MongoPageLog(MongoDatabase database) {
    this.logs = database.getCollection("page_log");
  }

  @Override
  public boolean add(String alertId, PageStep step) {
    return GuardedUpsert.update(
        logs,
        and(eq("_id", alertId), ne("steps.eventId", step.eventId())),
        pushEach("steps", List.of(step), new PushOptions().slice(-STEPS_KEPT)));
  }

  @Override
  public void armed(String alertId, Armed armed) {
    Bson older =
        or(
            exists("armed", false),
            lt("armed.sounding", armed.sounding()),
            and(eq("armed.sounding", armed.sounding()), lte("armed.revision", armed.revision())));
    var _ = GuardedUpsert.update(logs, and(eq("_id", alertId), older), set("armed", armed));
  }

  @Override
  public List<PageStep> steps(String alertId) {
    return read(alertId).known();
  }

  @Override
  public Optional<Armed> armed(String alertId) {
    return Optional.ofNullable(read(alertId).armed());
  }

  private PageLogDocument read(String alertId) {
    return Objects.requireNonNullElse(
        logs.withDocumentClass(PageLogDocument.class).find(eq("_id", alertId)).first(),
        PageLogDocument.EMPTY);
  }
}
