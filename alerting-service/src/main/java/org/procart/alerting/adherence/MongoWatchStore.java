package org.procart.alerting.adherence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.pushEach;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.PushOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.procart.alerting.document.GuardedUpsert;
import org.springframework.stereotype.Component;

@Component
final class MongoWatchStore implements WatchStore {

  /** More than a patient can have in the time that is looked back. */
  private static final int STEPS_KEPT = 500;

  private final MongoCollection<WatchDocument> watches;

  MongoWatchStore(MongoDatabase database) {
    this.watches = database.getCollection("watches", WatchDocument.class);
  }

  @Override
  public Steps find(String patientId) {
    return Optional.ofNullable(watches.find(eq("_id", patientId)).first())
        .map(WatchDocument::known)
        .orElse(Steps.NONE);
  }

  @Override
  public Map<String, Steps> findAll(Collection<String> patientIds) {
    Map<String, Steps> found = new HashMap<>();
    watches.find(in("_id", patientIds)).forEach(each -> found.put(each.id(), each.known()));
    return found;
  }

  @Override
  public boolean take(String patientId, Step step) {
    return GuardedUpsert.update(
        watches,
        and(eq("_id", patientId), ne("steps.id", step.id())),
        pushEach("steps", List.of(step), new PushOptions().slice(-STEPS_KEPT)));
  }

  @Override
  public void erase(String patientId) {
    watches.deleteOne(eq("_id", patientId));
  }
}
