package org.procart.alerting.coverage;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document, written by whichever instance reads the one partition of the signs of life. */
@Component
final class MongoBeats implements Beats {

  private static final String INTAKE = "intake";

  private final MongoCollection<LifeDocument> lives;

  MongoBeats(MongoDatabase database) {
    this.lives = database.getCollection("service_life", LifeDocument.class);
  }

  @Override
  public void heard(String instance, Instant at, @Nullable Instant oldestUnpublishedAt) {
    LifeDocument.Instance beat = new LifeDocument.Instance(instance, at, oldestUnpublishedAt);
    LifeDocument next =
        found().map(life -> life.with(beat)).orElseGet(() -> LifeDocument.first(INTAKE, beat));
    lives.replaceOne(eq("_id", INTAKE), next, new ReplaceOptions().upsert(true));
  }

  @Override
  public Optional<Life> intake() {
    return found().map(LifeDocument::life);
  }

  private Optional<LifeDocument> found() {
    return Optional.ofNullable(lives.find(eq("_id", INTAKE)).first());
  }
}
